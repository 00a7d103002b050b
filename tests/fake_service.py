"""The engine's process with an encoder that needs no model: python -m tests.fake_service."""

from qa_app.engine import Engine
from qa_app.places import load_settings
from qa_app.service.serving import Sender, claim_pipes, serve
from tests.fakes import HashEncoder

if __name__ == "__main__":
    requests, events = claim_pipes()
    serve(Engine(load_settings(), HashEncoder), requests, Sender(events).send)
