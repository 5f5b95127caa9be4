// What the search fetches once its first results are shown, or when a question asks in time (recherche/suite.js).
import * as suite from "./recherche/suite.js";

window.morceaux = { ...window.morceaux, suite };
