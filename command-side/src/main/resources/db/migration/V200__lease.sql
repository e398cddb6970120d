-- Who must be heard of, and when they last were. Beats rewrite rows in place: half of each page is left free for that, and
-- there is no index over the beat.
CREATE TABLE presence_lease (
    subject text        NOT NULL,
    holder  text        NOT NULL,
    beat_at timestamptz NOT NULL,
    PRIMARY KEY (subject, holder)
) WITH (fillfactor = 50);

CREATE TABLE call_lease (
    subject text        NOT NULL,
    holder  text        NOT NULL,
    beat_at timestamptz NOT NULL,
    PRIMARY KEY (subject, holder)
) WITH (fillfactor = 50);
