-- The reports of providers about their books, and how far each was compared.
CREATE TABLE report (
    report_id   text        PRIMARY KEY,
    upload      bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    provider    text        NOT NULL,
    format      text        NOT NULL,
    digest      text        NOT NULL,
    brought_by  text        NOT NULL,
    from_at     timestamptz NOT NULL,
    until_at    timestamptz NOT NULL,
    lines       bigint      NOT NULL,
    state       text        NOT NULL,
    received_at timestamptz NOT NULL,
    compared_at timestamptz,
    done        bigint      NOT NULL DEFAULT 0,
    trouble     text        NOT NULL DEFAULT '',
    tally       text
);
CREATE INDEX report_provider ON report (provider, until_at);

-- Their lines. A line that comes again in a later report replaces the earlier.
CREATE TABLE report_line (
    upload    bigint      NOT NULL REFERENCES report (upload) ON DELETE CASCADE,
    number    bigint      NOT NULL,
    provider  text        NOT NULL,
    line_id   text        NOT NULL,
    movement  text        NOT NULL,
    reference text        NOT NULL,
    name      text        NOT NULL,
    amount    bigint      NOT NULL,
    fee       bigint      NOT NULL,
    net       bigint      NOT NULL,
    currency  text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (upload, number)
);
CREATE INDEX report_line_reference ON report_line (provider, movement, reference);

-- How far calls were compared with what media servers saw: the position in the log of the last one.
CREATE TABLE talk_round (
    compared bigint NOT NULL
);
INSERT INTO talk_round VALUES (0);
