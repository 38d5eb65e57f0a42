package io.clientele.campaign.trigger;

import java.util.List;

/** What a page of events means to the campaigns that run. */
record Findings(List<Entry> entries, List<Halt> halts, List<Activity> activities) {}
