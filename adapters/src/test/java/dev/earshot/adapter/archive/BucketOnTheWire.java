package dev.earshot.adapter.archive;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** One bucket as S3 shows it: puts on a condition and with a checksum, gets, and lists two keys a page. */
final class BucketOnTheWire implements ResponseDefinitionTransformerV2 {
    static final String NAME = "vault";
    private static final int PAGE = 2;

    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    volatile boolean overlooksConditions;
    volatile boolean canLock;

    @Override
    public ResponseDefinition transform(ServeEvent asked) {
        Request request = asked.getRequest();
        String[] path = request.getUrl().split("\\?")[0].split("/", 3);
        if (!path[1].equals(NAME)) {
            return error(404, "NoSuchBucket", "The specified bucket does not exist");
        }
        if (request.getMethod().equals(RequestMethod.PUT)) {
            return put(path[2], request);
        }
        return path.length < 3 || path[2].isEmpty() ? list(request) : get(path[2]);
    }

    private synchronized ResponseDefinition put(String key, Request request) {
        byte[] body = request.getBody();
        if (!HexFormat.of().formatHex(digest("SHA-256", body)).equals(request.getHeader("x-amz-content-sha256"))) {
            return error(400, "XAmzContentSHA256Mismatch", "The provided header does not match what was computed.");
        }
        if (!Base64.getEncoder().encodeToString(digest("MD5", body)).equals(request.getHeader("Content-MD5"))) {
            return error(400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
        if (request.containsHeader("x-amz-object-lock-mode") && !canLock) {
            return error(400, "InvalidRequest", "Bucket is missing Object Lock Configuration");
        }
        if ("*".equals(request.getHeader("If-None-Match")) && objects.containsKey(key) && !overlooksConditions) {
            return error(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold");
        }
        objects.put(key, body);
        return new ResponseDefinitionBuilder()
                .withStatus(200)
                .withHeader("ETag", '"' + HexFormat.of().formatHex(digest("MD5", body)) + '"')
                .build();
    }

    private ResponseDefinition get(String key) {
        byte[] body = objects.get(key);
        return body == null
                ? error(404, "NoSuchKey", "The specified key does not exist.")
                : new ResponseDefinitionBuilder()
                        .withStatus(200)
                        .withHeader("Content-Type", "application/octet-stream")
                        .withBody(body)
                        .build();
    }

    private ResponseDefinition list(Request request) {
        String prefix = parameter(request, "prefix");
        String after = parameter(request, "continuation-token");
        List<String> keys = new ArrayList<>(objects.keySet());
        keys.removeIf(key -> !key.startsWith(prefix) || key.compareTo(after) <= 0);
        boolean isMore = keys.size() > PAGE;
        List<String> page = keys.subList(0, Math.min(PAGE, keys.size()));
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>%s</Name><Prefix>%s</Prefix>\
                <KeyCount>%d</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>%s</IsTruncated>""".formatted(NAME, prefix, page.size(), isMore));
        if (isMore) {
            xml.append("<NextContinuationToken>").append(page.get(PAGE - 1)).append("</NextContinuationToken>");
        }
        page.forEach(key -> xml.append("<Contents><Key>").append(key).append("</Key></Contents>"));
        return xml(200, xml.append("</ListBucketResult>").toString());
    }

    private static String parameter(Request request, String name) {
        var parameter = request.queryParameter(name);
        return parameter.isPresent() ? parameter.firstValue() : "";
    }

    static ResponseDefinition error(int status, String code, String message) {
        return xml(status, """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>%s</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>""".formatted(code, message));
    }

    private static ResponseDefinition xml(int status, String body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/xml")
                .withBody(body)
                .build();
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return "bucket";
    }
}
