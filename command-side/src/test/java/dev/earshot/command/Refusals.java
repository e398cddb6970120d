package dev.earshot.command;

import dev.earshot.api.refusal.RefusalCode;
import dev.earshot.api.refusal.Refused;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;

/** A "no" as the tests expect it. */
public final class Refusals {
    private Refusals() {}

    /** Expects a refusal with this code, and that nothing was recorded. */
    public static void expect(RefusalCode code, ResultValidator<?> result) {
        result.expectNoEvents().expectException(new CustomTypeSafeMatcher<Refused>("refused with " + code.name()) {
            @Override
            protected boolean matchesSafely(Refused refused) {
                return refused.code() == code;
            }
        });
    }
}
