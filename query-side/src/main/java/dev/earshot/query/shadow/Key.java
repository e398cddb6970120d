package dev.earshot.query.shadow;

import dev.earshot.api.pricing.PlanVersion;
import java.time.LocalDate;

/** Calls that are counted together: of one day (UTC), one version and one currency, for one plan. */
record Key(String name, LocalDate day, PlanVersion version, String currency) {}
