package dev.earshot.app.client;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What the API answered.
 *
 * @param request what was asked, for messages
 * @param text the body as it came
 */
public record Answer(String request, int status, HttpHeaders headers, String text) {
    /** The answer itself if it is a success; fails, telling all, if it is not. */
    public Answer ok() {
        if (status / 100 != 2) {
            throw new IllegalStateException(this.toString());
        }
        return this;
    }

    /** The body as JSON; missing when it is none. */
    public JsonNode json() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : Api.JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** What is at this path of field names, such as {@code amount.minor}; missing when nothing is. */
    public JsonNode at(String path) {
        return json().at("/" + path.replace('.', '/'));
    }

    /** The text at this path, empty when there is none. */
    public String text(String path) {
        return at(path).asString("");
    }

    /** The whole number at this path; fails when there is none. */
    public long number(String path) {
        JsonNode number = at(path);
        if (!number.isIntegralNumber()) {
            throw new IllegalStateException("no whole number at " + path + " in " + this);
        }
        return number.longValue();
    }

    /** The stable code of a problem, empty for a success. */
    public String code() {
        return text("code");
    }

    @Override
    public String toString() {
        return request + " -> " + status + " " + text;
    }
}
