"""Files that hold other files: archives, mails, mailboxes."""
