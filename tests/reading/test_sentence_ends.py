"""Words before a full stop: which of them end their sentence, and which are abbreviations."""

import pytest

from qa_app.reading.sentences import split_sentences

TWO_SENTENCES = """
The works will be done by the end of the month. | Cllr Grant asked for a date.
She paid the money into the bank. | Mira Okafor kept the slip.
The ferry did not reach the port. | Divers went out at noon.
He walked along the wall. | Nobody saw him.
They met at the park. | Jansen brought the maps.
The chest was full of sand. | Okafor emptied it.
The lamp stood on the bed. | Anna moved it.
The mill was sold to the state. | Farmers protested.
It happened in the nineteenth century. | Engineers still argue over it.
Rice was the main crop of the west. | Millet came second.
The keeper read all the reports. | Inspectors read none.
She took part in three of the series. | Viewers remember her.
The judge gave him a hand. | Lawyers smiled.
He would not do so. | Valley Council sued.
The drug slows the cancer. | Trials go on.
The probe entered the cell. | Results were mixed.
The virus can infect. | Hosts recover.
They asked him twice and he said no. | Cllr Grant wrote it down.
The dog sat. | Mira waited.
We lay in the sun. | Anna slept.
The tank is twelve metres in. | Divers measured it.
The sign was a work of art. | Visitors came to see it.
The mass was heavier than the weir's own mass. | Builders were told.
The old man fell ill. | Doctors came.
The hall was let until the following day. | Tenants complained.
He hurt his leg. | Rescuers carried him.
That is the law of the sea and of life. | Sailors know it.
The boat ran on coal. | Stokers fed it.
Wash it well before you wash. | Nurses insist.
The paper has ten pages of sport and one of stock. | Readers like it.
He came last week. | "I was early," he said.
He came last week. | 14 others came too.
She told me. | Jansen did not.
The council sat from 4 p.m. until 6 p.m. | Cllr Grant took the chair.
The gate weighs 40 kg. | Workers lifted it.
The wind blew at 90 km. | Roofs flew.
It sells rope, tar, oil, etc. | Sailors buy there.
Their mother was a vet. | Animals trusted her.
They work in the lab. | Chemists come and go.
The town lies to the south. | Grain is grown there.
"""

ONE_SENTENCE = """
Dr. Jansen listened.
Cllr. Grant took the chair.
Maj. Gen. Okafor spoke.
Lt. Gen. Okafor spoke.
Lt. Gov. Anna Jansen agreed.
Prof. Mira Okafor wrote it.
Mr. Grant and Mrs. Jansen left.
Messrs. Grant and Jansen left.
The Rt. Hon. Anna Jansen opened it.
Rev. Grant prayed.
Sgt. Grant saw it.
State Del. Anna Jansen voted.
Gov. Okafor vetoed it.
Sen. Grant and Rep. Okafor agreed.
The U.S. Navy did not.
The U.K. Government paid.
It is listed as No. 5 on the map.
See fig. 3 and sec. 4 of the report.
It closed on Jan. 5 and opened on Mar. 9.
It closed on Sat. Mar. 9 for good.
It opens on Wed. June 4.
It opened at 9 a.m. on Monday.
It opened at 9 p.m. Monday.
It opened at 9 p.m. Eastern time.
Use soft ropes, e.g. Manila hemp.
The head keeper, i.e. Okafor, came.
The ferry of Weir Works Inc. engineers mended.
The Valley Ltd. Director Grant resigned.
It stands in St. Anne's Road.
J. Smith mended it.
J. R. Smith mended it.
Mira K. Okafor mended it.
Okafor et al. Jansen wrote of it.
It is Weir vs. Valley now.
He studied at Valley Univ. Press.
The Dept. of Works paid.
The Valley Assn. Board met.
It rose by approx. 40 metres.
It was bred from E. coli in the lab.
The paper is in Proc. Natl. Acad. Sci. and in print.
The order is in vol. II of the set.
It was 3 in. deep.
It is 5 km. long.
Jos. Grant and Chas. Okafor signed.
Portland, Ore., is far off.
"""


def parts(text: str) -> list[str]:
    """The words of its sentences."""
    return [span.of(text) for span in split_sentences(text, by_line=False)]


@pytest.mark.parametrize("written", TWO_SENTENCES.strip().splitlines())
def test_an_ordinary_word_ends_its_sentence(written: str) -> None:
    """A sentence ends at a full stop after a word, whatever the next one begins with."""
    assert parts(written.replace(" | ", " ")) == written.split(" | ")


@pytest.mark.parametrize("sentence", ONE_SENTENCE.strip().splitlines())
def test_an_abbreviation_ends_none(sentence: str) -> None:
    """Titles, initials, months, numbers, firms and papers are written with a full stop."""
    assert parts(sentence) == [sentence]
