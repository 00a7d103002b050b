"""The window. It speaks to the engine by messages only; start it with `qa_app.gui.app.run`."""
