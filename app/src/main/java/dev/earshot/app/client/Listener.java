package dev.earshot.app.client;

import java.util.List;
import java.util.Map;

/** Somebody who is called. */
public record Listener(Person person) {
    public String listenerId() {
        return "lis_" + person.accountId().substring("acc_".length());
    }

    /** Publishes a profile at this rate a minute, in US cents. */
    public Listener publish(String displayName, String skill, String language, long ratePerMinute) {
        person.put("/v1/listeners/me/profile", profile(displayName, skill, language, Member.usd(ratePerMinute)))
                .ok();
        return this;
    }

    /** A profile as the API wants it. */
    public static Map<String, Object> profile(
            String displayName, String skill, String language, Map<String, Object> ratePerMinute) {
        return Map.of(
                "displayName",
                displayName,
                "bio",
                displayName + " listens.",
                "languages",
                List.of(language),
                "skills",
                List.of(skill),
                "location",
                "Lisbon",
                "occupation",
                "Listener",
                "ratePerMinute",
                ratePerMinute);
    }

    public Listener goLive() {
        presence("LIVE").ok();
        return this;
    }

    public void goOffline() {
        presence("OFFLINE").ok();
    }

    public Answer presence(String status) {
        return person.put("/v1/listeners/me/presence", Map.of("status", status));
    }

    public Answer earnings() {
        return person.get("/v1/earnings").ok();
    }
}
