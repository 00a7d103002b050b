"""Forms of one given name: as two languages have it, and as two writers spell it."""

from qa_app.language.given_names import origin_of_given_name
from qa_app.language.spellings import is_same_anywhere, is_same_from

# Each line is one name, as Russian, Ukrainian, Belarusian and English have it.
_FORMS = """
alexander aleksandr alexandr oleksandr aliaksandr
vladimir volodymyr uladzimir
sergei sergey serhii serhiy siarhei
dmitri dmitry dmitriy dmytro dzmitry
mikhail mykhailo
nikolai nikolay mykola
alexei alexey aleksei aleksey oleksii oleksiy
yevgeny evgeny yevhen yevhenii yevgenii
pavel pavlo
pyotr petro
konstantin kostiantyn kostyantyn
grigory hryhorii hryhoriy
kirill kyrylo
denis denys
igor ihor
oleg oleh
anatoly anatolii anatoliy
elena yelena olena
natalia natalya nataliia nataliya
tatiana tatyana tetiana tetyana
irina iryna
ekaterina yekaterina kateryna
yulia julia yuliia
svetlana svitlana
ludmila lyudmila liudmyla
"""
_FORM_OF = {name: line.split()[0] for line in _FORMS.splitlines() for name in line.split()}


def is_same_given_name(a: str, b: str) -> bool:
    """Whether two folded given names are forms of one: Andriy and Andrii, Oleksandr, Alexander."""
    if a == b or _FORM_OF.get(a, a) == _FORM_OF.get(b, b):
        return True
    origin = origin_of_given_name(a) or origin_of_given_name(b)
    return is_same_anywhere(a, b) or (bool(origin) and is_same_from(a, b, origin))
