-- The records of a site in PostgreSQL, and what its pages ask of them; {schema} is the name that SEARCH_ENGINE_COLLECTION gives.
-- Words come folded and stemmed by the site: nothing here depends on a language.
CREATE SCHEMA IF NOT EXISTS {schema};

CREATE TABLE IF NOT EXISTS {schema}.constructions (
    construction text PRIMARY KEY,
    tete jsonb NOT NULL,
    chargee timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS {schema}.sections (
    construction text NOT NULL REFERENCES {schema}.constructions ON DELETE CASCADE,
    id text NOT NULL,
    page integer NOT NULL,
    section integer NOT NULL,
    mots tsvector NOT NULL,
    occurrences jsonb NOT NULL,
    longueurs jsonb NOT NULL,
    fiche jsonb NOT NULL,
    PRIMARY KEY (construction, id)
);
CREATE INDEX IF NOT EXISTS sections_mots ON {schema}.sections USING gin (mots);

-- What is read first: nothing when that build was never loaded.
CREATE OR REPLACE FUNCTION {schema}.tete(demandee text) RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT tete FROM {schema}.constructions WHERE construction = demandee
$$;

-- A word as it stands, whatever its signs.
CREATE OR REPLACE FUNCTION {schema}.exactement(mot text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CAST('''' || replace(replace(mot, '\', '\\'), '''', '''''') || '''' AS tsquery)
$$;

-- Each word, how many sections hold it, and the best of them: [["emploi", 12, ["3.0", "7.2"]], …].
CREATE OR REPLACE FUNCTION {schema}.mots(demandee text, demandes text[], limite integer) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_array(mot, trouves.nombre, trouves.ids)), '[]')
    FROM unnest(demandes) AS mot
    CROSS JOIN LATERAL (
        SELECT count(*) AS nombre, coalesce(jsonb_agg(id ORDER BY rang) FILTER (WHERE rang <= limite), '[]') AS ids
        FROM (
            SELECT id, row_number() OVER (ORDER BY ts_rank_cd('{{0.1, 0.3, 0.6, 1.0}}', s.mots, q) DESC, page, section) AS rang
            FROM {schema}.sections AS s, {schema}.exactement(mot) AS q
            WHERE s.construction = demandee AND s.mots @@ q
        ) AS classes
    ) AS trouves
    WHERE mot <> ''
$$;

-- What some sections say of some words, and of no other: [{{"page": 3, "section": 0, "longueurs": […], "occurrences": {{…}}}}, …].
CREATE OR REPLACE FUNCTION {schema}.sections(demandee text, ids text[], demandes text[]) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'page', page, 'section', section, 'longueurs', longueurs,
        'occurrences', (SELECT coalesce(jsonb_object_agg(mot, occurrences -> mot), '{{}}')
                        FROM unnest(demandes) AS mot WHERE occurrences ? mot)
    )), '[]')
    FROM {schema}.sections WHERE construction = demandee AND id = ANY (ids)
$$;
