-- Words that people write about themselves and each other. They never enter an event, so erasing them here erases them.
CREATE TABLE personal_text (
    subject text NOT NULL,
    field   text NOT NULL,
    body    text NOT NULL,
    PRIMARY KEY (subject, field)
);
