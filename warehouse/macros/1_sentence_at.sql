-- The sentence of a paragraph that holds the characters from start_char on, before end_char (code points, half-open).
-- A sentence ends at . ! ? or … (with closing marks) before white space and a capital, digit or opening mark. Full stops of abbreviations
-- ("Mr.", "U.S.", "J. R.") end none: they are masked first, character for character. The rule is that of transforms.nlp.split_sentences.
CREATE MACRO sentence_at(paragraph, start_char, end_char) AS (
    WITH shortened AS (
        SELECT regexp_replace(
            paragraph,
            '(^|[\s\p{Z}(“"''‘])(Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Profs|Hon|Rev|Fr|Msgr|Sen|Sens|Rep|Reps|Gov|Pres|Cllr|Ald|Atty|Adv|Engr|'
            || 'Gen|Brig|Col|Lt|Maj|Capt|Sgt|Cpl|Pvt|Adm|Cmdr|Cdr|Det|Insp|Supt|'
            || 'St|Sts|Ft|Mt|Jr|Sr|No|Nos|vs|v|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|'
            || 'Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|'
            || 'Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|(?:[A-Za-z]\.)+[A-Za-z]|[A-Z])\.',
            '\1\2·', 'g'
        ) AS text
    ),
    masked AS (
        SELECT regexp_replace(text, '·([!?…."''”’»)\]])', '.\1', 'g') AS text FROM shortened
    ),
    cut AS (
        SELECT
            -- up to the first letter of the span: its sentence may begin with it, or with a mark before or within the span
            length(regexp_extract(
                left(text, start_char) || regexp_extract(substring(text, start_char + 1), '(?s)^["''“‘«„(\[]*.'),
                '(?s)^(.*[.!?…]["''”’»)\]]*[\s\p{Z}]+)["''“‘«„(\[]*[A-Z0-9À-Þ]', 1
            )) AS first,
            regexp_extract(substring(text, end_char), '(?s)^(.*?[.!?…]["''”’»)\]]*)[\s\p{Z}]+["''“‘«„(\[]*[A-Z0-9À-Þ]', 1) AS rest,
            length(text) AS size
        FROM masked
    )
    SELECT trim(substring(paragraph, first + 1, CASE WHEN rest = '' THEN size ELSE end_char - 1 + length(rest) END - first))
    FROM cut
)
