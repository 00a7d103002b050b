"""The widgets of the window; each shows what it is given and says what a person did."""
