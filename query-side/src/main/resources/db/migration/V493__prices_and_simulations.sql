-- What has happened in the book of price lists: few facts, kept whole. Folded by the group price-view; rebuilt from the log
-- at any time.
CREATE TABLE price_fact (
    position bigint PRIMARY KEY,
    type     text   NOT NULL,
    fact     text   NOT NULL
);

-- What the pricing lab was asked, and how that ended. Folded by the group simulation-view; rebuilt from the log at any time.
CREATE TABLE simulation_view (
    simulation_id text PRIMARY KEY,
    status        text NOT NULL,
    asked_by      text,
    candidates    text,
    from_at       timestamptz,
    until_at      timestamptz,
    cohort        text,
    requested_at  timestamptz,
    ended_at      timestamptz,
    valid         boolean,
    hash          text,
    log_position  bigint,
    failure       text,
    told          bigint, -- the position of the request, by which they are listed and worked on
    position      bigint NOT NULL
);
CREATE INDEX simulation_view_listed ON simulation_view (told DESC);
CREATE INDEX simulation_view_open ON simulation_view (told) WHERE status = 'REQUESTED';

-- The lab's own work: who is at it, how far it is, and the result exactly as it was produced. Not folded from the log, and
-- kept when the views are built again; what is lost here the lab works out anew, to the byte.
CREATE TABLE simulation_run (
    simulation_id text PRIMARY KEY,
    owner         text        NOT NULL,
    beat_at       timestamptz NOT NULL,
    attempts      integer     NOT NULL,
    done          bigint      NOT NULL DEFAULT 0,
    all_calls     bigint      NOT NULL DEFAULT 0,
    result        bytea,
    ended         boolean     NOT NULL DEFAULT false
);
