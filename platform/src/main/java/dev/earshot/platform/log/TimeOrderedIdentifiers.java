package dev.earshot.platform.log;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.axonframework.common.IdentifierFactory;

/** Message identifiers that grow with time (UUID version 7), so that the index over them grows at its end only. */
public final class TimeOrderedIdentifiers extends IdentifierFactory {
    private final NoArgGenerator uuids = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return uuids.generate().toString();
    }
}
