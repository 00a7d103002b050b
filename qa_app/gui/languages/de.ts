<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>Actions</name>
        <message>
            <source> or </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Add a folder to this library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Ask</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Back to the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Bring back what was dropped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Cancel indexing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Copy with citation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Documents…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Drop the last condition</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Earlier question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Find in the source…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;History…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Keep as a snippet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Larger text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Later question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next highlight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Next hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Note, tags and group…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Outline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous highlight</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Previous hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Read the hit in its source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Save the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Settings and keys…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Snippets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Why this hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All &amp;keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another &amp;library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask again with every condition and spelling that was dropped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask again without the last condition or spelling shown below the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask the documents of one more folder together with these</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring the index &amp;up to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder and ask its documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a hit by its rank</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the look, the language and the keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the next hit, also while typing the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the previous hit, also while typing the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the window and end the program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close what was opened last, else go back to the question as it stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command &amp;palette…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy as &amp;Markdown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the chosen hit, or the words selected in the source, with where they stand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy the same as Markdown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do again what was taken back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fill the screen with the window, or no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find any action by a few letters of its name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find words in the document shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the question to the hits, the reasons if open, the source, and round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give all text its usual size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go back to the one before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go back to the question before, where you were in its hits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on to the question after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to a library that was open before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the next hit in this document, or to what was looked for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go to the question and select it, to type another</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>H&amp;it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hit &amp;{n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the chosen hit, or the words selected in the source, as a snippet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the question in this library's saved ones, or no longer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light, dark or the &amp;system's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List every document and what became of it; folders and what is left out of them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List the headings of the document shown, to jump to one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make all text larger</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make all text smaller</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move &amp;down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the chosen snippet down, past the edge of its group into the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the chosen snippet up, past the edge of its group into the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move u&amp;p</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next p&amp;ane</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On a hit: go to its passage in the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only documents by this author; a surname will do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only documents of this source; the beginning of its name will do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only earlier documents; a month or a year will do too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only later documents; a month (2025-02) or a year will do too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only passages with these words, one after the other</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only passages without this word, or without a "phrase"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the &amp;file in its own program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the chosen hit's file in its own program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the pane of the snippets kept, or close it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Previous pa&amp;ne</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rank everything for the question; typing shows keyword hits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Re&amp;move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read what is new or changed in the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;maller text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;nippets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>S&amp;ource</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the questions asked and saved, and ask one again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show every action with its key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show in its f&amp;older</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the chosen hit's file among its neighbours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show what each score adds to the chosen hit; again or Esc closes it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop reading documents; what is done is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switch between the light look, the dark one and the system's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take back the last change of the snippets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the chosen snippet out; undo brings it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text as the system &amp;has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same the other way round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the &amp;question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write what you make of the chosen snippet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Appearance</name>
        <message>
            <source>Dark look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Light look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text at {percent} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The system's look</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Asking</name>
        <message>
            <source>Keyword hits, until the model is loaded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The documents have changed since — Enter asks again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>hits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keyword hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>keyword hits</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChipRow</name>
        <message>
            <source>Asks again with what was dropped: {words}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring back all {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring back “{words}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>also searched:</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CommandPopup</name>
        <message>
            <source>Actions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Command palette</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No action is called so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a few letters of what you want to do</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ContextMenus</name>
        <message>
            <source>Copy the words &amp;only</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Copying</name>
        <message>
            <source>Copied as Markdown, ¶ {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied the words alone, ¶ {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied with citation, ¶ {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is chosen to be copied</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Crashes</name>
        <message>
            <source>Since then: {n} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong: {fault}

The program goes on. The details help whoever mends it.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DetailsDialog</name>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentTable</name>
        <message>
            <source>Ctrl+1 to Ctrl+6 sort by a column; again turns the order round</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Documents</name>
        <message>
            <source>Add a folder to this library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} cannot be opened. It may have been moved; F5 looks again.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DocumentsDialog</name>
        <message>
            <source>&amp;Copy the path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Folders and exceptions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Open the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bring &amp;up to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy where the file lies (Ctrl+C)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every state</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folders</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not searched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it in its own program (Ctrl+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read what is new or changed (F5)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search by title, path or reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the document in the window (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>States listed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>being brought up to date…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n:,} of {files}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is not in the library, so it cannot be shown here. {why}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>DropSheet</name>
        <message>
            <source>Drop the folder to ask its documents</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Dropping</name>
        <message>
            <source>Drop one folder at a time; Ctrl+Shift+O adds more to a library.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only folders and files of this machine can be opened by dropping them.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EngineClient</name>
        <message>
            <source>The engine stopped unexpectedly. What was indexed is kept; the next question starts it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>it ended with code {code}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Explaining</name>
        <message>
            <source> and </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>, best sentence </source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Direct: {speaker} is quoted in their own words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop a condition to look at more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop a condition to search more widely.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop the condition to look at more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drop the condition to search more widely.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>January February March April May June July August September October November December</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keywords</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keywords, sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meaning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meaning, sentence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names and numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No document is {dates}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No statement: the passage says that {speaker} gave none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing speaks for it; the others are further still.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only passages {conditions} were looked at.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranked here for several reasons, first {first} and {second}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranked here for {first} alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranked here for {first} and {second}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ranked here mostly for {first}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reported: what {speaker} said, in the writer’s words.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The documents do not answer this.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The documents never mention: {terms}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The question’s words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no passage {conditions}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They never mention: {terms}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title and headings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who says it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who wrote it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without conditions, these passages come nearest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words close together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>author: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cosine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dated {} or earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>dated {} or later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>direct</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its keywords</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its meaning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>its title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>likely answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>names and numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no statement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no statement by {speaker}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>perhaps answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>reported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>said by {speaker}, {manner}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>source: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the kind of answer it holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the question’s words in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>until {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who says it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>who wrote it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without “{}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without: {}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>words close together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>words side by side</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day} {month} {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{reason} counted against it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{}”</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Close (Esc)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find in the source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Match upper and lower case</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the next one (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the one before (Shift+Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole words only</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindInSource</name>
        <message>
            <source>from the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the top</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{all:,} found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n:,} of {all:,}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FoldersPage</name>
        <message>
            <source>&amp;Add a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Forget the folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Leave these out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folders of the library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folders whose documents are asked together:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forget the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {n} is no pattern: {pattern}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take this folder out of the library?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder itself and the files in it are left alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is left out of them, a pattern a line as in a .gitignore file: *.log leaves out files by name, drafts/ a folder, and ! before a pattern takes something in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is left out, a pattern a line</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryPopup</name>
        <message>
            <source>&amp;Saved only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter asks again · Ctrl+S saves · Delete forgets · Esc closes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forgotten: “{question}”. Ctrl+Z brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No question is saved yet. Ctrl+S saves the one on screen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has been asked of this library yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved questions only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the questions asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>without: {words}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HitList</name>
        <message>
            <source>Hits</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HitsPanel</name>
        <message>
            <source>Full ranking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full ranking — perhaps an answer: read it in its source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyword hits — Enter for the full ranking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List the documents and what became of each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No passage holds these words — Enter for the full ranking</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Related, not an answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>file was not searched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>files were not searched</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Indexing</name>
        <message>
            <source>Cancelling…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No folder is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No library is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opening the library…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sample documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all offline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>cancelled; F5 goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed; F5 brings it up to date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>checking the folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>may be out of date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not checked yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>up to date</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeyChoices</name>
        <message>
            <source>This action always has the key {key}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} already stands for “{action}”. Change that one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} is needed for typing and moving about. Hold Ctrl or Alt with a letter, or take a function key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} opens the menu “{menu}”.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeyTableModel</name>
        <message>
            <source>Action</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Menu</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the new key…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key}, changed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>All keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here is called so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type to find an action or a key</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeysPage</name>
        <message>
            <source>&amp;All usual keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Change the key…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Usual key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter on an action takes a new key for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every action has its usual key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find an action or a key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Press the new key for “{action}”; Esc leaves it as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This action always has the key {key}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type to find an action or a key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{action}” has its usual key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{action}” now has the key {key}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Libraries</name>
        <message>
            <source>Add a folder to this library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No folder is open. Choose one with Ctrl+O.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a folder of documents</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LibraryPopup</name>
        <message>
            <source>Enter opens · Delete takes off the list · Esc closes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its index is not there any more: {path}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Libraries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off the list; nothing on disk has changed. Ctrl+Z brings it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sample documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search the libraries that were open before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>open now</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LookPage</name>
        <message>
            <source>&amp;Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Size of all text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The language changes when the program starts again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{percent} %</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Another window has that library open.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <source>Close the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details of the message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>No program opens {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No program shows {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} cannot be opened. It may have been moved; F5 looks again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is not opened: files of its kind may be programs.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OutlinePopup</name>
        <message>
            <source>Find a heading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Outline</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QuestionField</name>
        <message>
            <source>Ask your documents: what did … say?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Question</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScrollTicks</name>
        <message>
            <source>Hits in this document: {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places of the hits in the document</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>&amp;Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look and &amp;language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Settings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ShareList</name>
        <message>
            <source>What each score adds</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SnippetForm</name>
        <message>
            <source>&amp;Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>&amp;Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note, tags and group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Snippets of one group stand together</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tags</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you make of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Words, with commas between them</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SnippetList</name>
        <message>
            <source>Snippets</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Snippets</name>
        <message>
            <source>Kept as a snippet; Ctrl+B shows all {n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is chosen to be kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Snippet removed; Ctrl+Z brings it back</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SnippetsPane</name>
        <message>
            <source>Close the snippets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+D keeps the chosen hit, or the words selected in the source.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F2 note, tags, group    Alt+↑ ↓ move    Del remove    Ctrl+Z undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Snippets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Snippets ({n})</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SourceHeader</name>
        <message>
            <source>About the source</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SourcePane</name>
        <message>
            <source>The passage is no longer in this document; F5 looks again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} of {all} in this document</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SourceTools</name>
        <message>
            <source>Choose a hit first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No hit stands in this document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the end again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from the top again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>this document has no headings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SourceView</name>
        <message>
            <source>Choose a hit to read it here, in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text of the source</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StarButton</name>
        <message>
            <source>Save the question</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved question: no longer save it</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>All keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel indexing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lists the files that are not in the index, and why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Progress of indexing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{key} all keys</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Ask: {question}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder with Ctrl+O, or drop one on this window. Its documents are read where they are, on this machine; nothing is sent anywhere, and nothing in the folder is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No documents in {corpus}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No documents yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here could be read as text. Ctrl+Shift+D lists every file and says why; Ctrl+O opens another folder, and so does one that is dropped on this window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading the documents. You can ask as soon as the first ones are in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To begin with, ask one of these: Alt and its number, Down and Enter, or a click.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a question above. Keyword hits show at once; Enter ranks everything.
source: author: after: before: "exact words" -word narrow it down; F1 explains them.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WhyPane</name>
        <message>
            <source>Choose a hit to see what put it in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the reasons</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keyword hits are listed by their words alone; Enter ranks them for more reasons.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Together {total}, the score that the ranking follows. BM25 and cosine are the passage’s / its best sentence’s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why hit {n}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why related passage {n}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why this hit?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Wording</name>
        <message>
            <source>Delete asks again without it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every hit meets this condition: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Path</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Related passage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Searched beside “{asked}”: {form}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Snippet {n} of {all}: {quote}, source {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source has changed since; these are the words as they were kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The source is gone; these are the words as they were kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without a group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {n:.0f} h left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {n:.0f} min left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>about {n:.0f} s left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>also in: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>also searched: {form}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>answer: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>byte</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>bytes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>document</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>documents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>file could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>file lacks statements</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>file was skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>files could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>files lack statements</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>files were skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>indexed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on “{question}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>passages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>source changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>source gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>speaker: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>words of the question: {words}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done:,} of {all:,} files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind} {rank} of {n}: {text}, source {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} adds {share:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{label} takes away {share:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n:,.1f} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n:.0f} kB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} min ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{n} sources agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{rate:,.0f} passages/s</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
