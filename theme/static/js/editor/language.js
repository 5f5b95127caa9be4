/** The editor speaks French until somebody chooses otherwise, whatever the browser speaks: so do forms and messages. */
const PREFERENCES = "sveltia-cms.prefs";

if (!localStorage.getItem(PREFERENCES)) localStorage.setItem(PREFERENCES, JSON.stringify({ locale: "fr" }));
