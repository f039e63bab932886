# Rules for plain English. Each pattern that is not allowed has a replacement.
@{
    Words = @(
        @{ Pattern = '\balone\b'; Instead = "'only'" }
        @{
            Pattern = '(?<!\b[Tt]here )\b(is|are|was|were|be) (no|none)\b(?! (longer|more)\b)'
            Instead = "'is not a', 'invalid' or 'unsupported'"
        }
        @{
            Pattern = '\b(somebody|nobody|everybody|someone|whoever|anybody|stranger|strangers)\b'
            Instead = "'you', the passive voice, or 'external'"
        }
        @{ Pattern = '\b(what|that) (is|are|was|were) given\b'; Instead = 'the noun' }
        @{ Pattern = '\b(as|the|a|one|is|are|was|were) given\b'; Instead = "'specified'" }
        @{ Pattern = '\bunless (given|set)\b'; Instead = "'Default: X'" }
        @{ Pattern = '(\d|\b(requests?|calls?|times|tokens|bytes)) a second\b'; Instead = "'per second'" }
        @{ Pattern = '\bo(n|ff) air\b'; Instead = "'live' or 'not live'" }
        @{ Pattern = '\bemit(s|ted|ting)?\b'; Instead = "'returns' or 'writes'" }
        @{ Pattern = '\brefus(e|es|ed|ing|als?)\b'; Instead = "'rejects', 'does not accept' or 'returns an error'" }
        @{ Pattern = '\banswer(s|ed|ing)?\b'; Instead = "'response', 'returns' or 'responds'" }
        @{ Pattern = '\btakes? (a|an|the|no|only|any|every|either|what|both|these|values?)\b'; Instead = "'accepts'" }
        @{ Pattern = '\bcounts? (as|for|too|from)\b'; Instead = "'applies'" }
        @{ Pattern = '\b(stands? (in|for|at|there|beside|behind|twice|as)|stood)\b'; Instead = "'appears' or 'is'" }
        @{ Pattern = '\b(tells?|told)\b'; Instead = "'reports', 'shows' or 'contains'" }
        @{ Pattern = '\b(beside|anew|behaviour|mend|mends|mended)\b'; Instead = "'in addition to', 'again', 'behavior' or 'correct'" }
        @{ Pattern = '\b(throws?|thrown|let|lets) \w+ (out|in)\b'; Instead = "'revokes' or 'allows'" }
        @{ Pattern = '\bhas not (\d|a|the)\b'; Instead = "'does not have'" }
        @{ Pattern = '\b(a|the|first|second|each|this|every|one) looks?\b'; Instead = "'read' or 'poll'" }
        @{ Pattern = '\bgo(es)? on\b'; Instead = "'continues'" }
        @{ Pattern = '\b(is|are|was|were) asked for\b'; Instead = "'is requested' or 'is specified'" }
        @{ Pattern = '\bin no (variable|file|way|place|case)\b'; Instead = "'not in a'" }
        @{ Pattern = '\bwhose (keys?|names?|values?|settings?) to\b'; Instead = "'to … of'" }
        @{ Pattern = '\bis such as\b'; Instead = "'Example:'" }
        @{ Pattern = '\b(has|have|with) almost the\b'; Instead = "'is similar to'" }
        @{ Pattern = '\b(does|do) not say\b|\bthe service (says|does not say)\b'; Instead = "'returns' or 'contains'" }
        @{ Pattern = '\b(same as|differs? from|like) (that|those) of\b'; Instead = 'the noun' }
        @{ Pattern = '\bNull for any\.'; Instead = "'Null for any …' with the noun" }
        @{ Pattern = '\bleaves? (it|them|such \w+) out\b'; Instead = "'skips' or 'omits' with the noun" }
        @{ Pattern = '\bin calls of \d'; Instead = "'in batches of …'" }
        @{ Pattern = '\bthe nearest is\b|\bThere is no \{'; Instead = "'… does not exist. Did you mean …?'" }
        @{ Pattern = '\b(steers|plays no|all the same|takes its time|as usual|is whole)\b'; Instead = 'the plain verb' }
        @{ Pattern = '\b(normal|recogn|serial|initial|custom|organ|synchron|minim|maxim|optim)is(e|ed|es|ing|ation)\b'; Instead = "'…ize'" }
        @{ Pattern = '\b[Cc]ancell(ed|ing)\b|\b[Ll]icences?\b'; Instead = "'canceled', 'canceling' or 'license'" }
        @{ Pattern = '\b([Pp]ublic|[Pp]rivate) hal(f|ves)\b'; Instead = "'public key' or 'private key'" }
        @{ Pattern = '\b([Ii]f there (is|are|was|were)|that has) none\b|, whole\.'; Instead = "'if … does not …' or 'with all …'" }
        @{ Pattern = '\b(found out|believed|says? otherwise|said elsewhere)\b'; Instead = "'detected', 'valid' or 'specifies'" }
        @{ Pattern = '\b([Mm]etad|[Dd])ata (are|have|were)\b'; Instead = "'data is'" }
        @{ Pattern = '\b(Prints|Writes|Returns|Shows|Sends|Makes) no\b'; Instead = "'Does not …'" }
        @{ Pattern = '\banother \w+ than\b'; Instead = "'a different … than'" }
        @{ Pattern = '\bin line (\d|\{)'; Instead = "'on line'" }
        @{ Pattern = '\b(of|a|an) ours\b'; Instead = 'the noun' }
        @{ Pattern = '\baccepts? the pipeline\b'; Instead = "'accepts pipeline input'" }
        @{ Pattern = '\balso if\b'; Instead = "'even if'" }
        @{ Pattern = ', also (when|with|without|during|while)\b'; Instead = "'even …'" }
        @{ Pattern = '\bNull without\b'; Instead = "'Null if …'" }
        @{ Pattern = '\b[Mm]edia (are|were)\b'; Instead = "'media is'" }
        @{ Pattern = '\bfrom (a property|properties) [A-Z]'; Instead = "'from the property'" }
        @{ Pattern = '\b[Ww]ith(out)? -\w+ also\b'; Instead = "'With -X, also'" }
        @{ Pattern = '\b(is|are|was|were) called so\b'; Instead = "'called in this way'" }
        @{ Pattern = '\b(code|class|file|line) can go\b'; Instead = "'can be removed'" }
        @{ Pattern = '\bone in each line\b'; Instead = "'one per line'" }
    )
}
