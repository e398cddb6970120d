-- Whom a member can call. Folded by the group listener-view; rebuilt from the log at any time.
-- Being engaged is in no index: it flips twice a call, and such updates must stay within their page.
CREATE TABLE listener_view (
    listener_id       text PRIMARY KEY,
    languages         text[],
    skills            text[],
    rate              bigint,
    currency          text,
    live              boolean NOT NULL,
    call_id           text,
    calls_taken       bigint  NOT NULL,
    rating_count      bigint  NOT NULL,
    rating_sum        bigint  NOT NULL,
    rating_hundredths bigint  NOT NULL, -- 0 until the first rating
    published         bigint,           -- the position of the first publication, by which the newest are listed
    position          bigint  NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX listener_view_by_rate ON listener_view (rate, listener_id) WHERE published IS NOT NULL;
CREATE INDEX listener_view_by_rating ON listener_view (rating_hundredths, listener_id) WHERE published IS NOT NULL;
CREATE INDEX listener_view_by_newest ON listener_view (published, listener_id) WHERE published IS NOT NULL;
CREATE INDEX listener_view_live_by_rate ON listener_view (rate, listener_id) WHERE live AND published IS NOT NULL;
CREATE INDEX listener_view_languages ON listener_view USING gin (languages);
CREATE INDEX listener_view_skills ON listener_view USING gin (skills);
