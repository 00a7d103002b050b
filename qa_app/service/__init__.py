"""The engine in a process of its own: requests come in on stdin, events go out on stdout.

It stands apart from the window because importing the model's libraries holds the interpreter for
seconds, and a window that shares it would freeze (docs/decisions/engine-process.md).

Seven threads share one engine, each with its own library connection: keywords stay quick while a
question is encoded, questions are answered while a folder is indexed, exports are written and
checked meanwhile, and what the person asked and kept is listed whatever else goes on. The main
thread reads requests; when stdin ends, the window is gone and so is this process.
"""
