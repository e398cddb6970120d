import java.io.*;
import java.nio.ByteBuffer;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.regex.*;

/** Checks that an event is in a signed checkpoint of Earshot's log: java VerifyProof.java proof.json public-key.pem (see audit.md) */
class VerifyProof {
    public static void main(String[] files) throws Exception {
        String proof = Files.readString(Path.of(files[0]));
        byte[] key = base64(Files.readString(Path.of(files[1])).replaceAll("-----[A-Z ]+-----|\\s", ""));
        var event = new ByteArrayOutputStream();
        var fields = new DataOutputStream(event);
        for (String name : "position eventId aggregateType aggregateId sequence payloadType revision payload metadata timestamp".split(" ")) {
            String value = valueOf(name, proof);
            byte[] bytes = value == null ? new byte[0]
                    : name.matches("position|sequence") ? ByteBuffer.allocate(8).putLong(Long.parseLong(value)).array()
                    : name.matches("payload|metadata") ? base64(value) : value.getBytes("UTF-8");
            fields.writeInt(value == null ? -1 : bytes.length);
            fields.write(bytes);
        }
        byte[] text = base64(valueOf("signed", proof));
        var lines = new Properties();
        new String(text, "UTF-8").lines().forEach(line -> lines.put(line.split(" ")[0], line.substring(line.indexOf(' ') + 1)));
        byte[] hash = sha256(new byte[] {0}, event.toByteArray());
        long node = Long.parseLong(valueOf("index", proof)), last = Long.parseLong(lines.getProperty("events")) - 1;
        Matcher step = Pattern.compile("[0-9a-f]{64}").matcher(proof.replaceAll("(?s).*\"path\"\\s*:\\s*\\[(.*?)\\].*", "$1"));
        boolean fits = node <= last;
        while (fits && step.find()) { // As RFC 9162, 2.1.3.2
            byte[] sibling = HexFormat.of().parseHex(step.group());
            boolean onTheRight = (node & 1) == 1 || node == last;
            hash = onTheRight ? sha256(new byte[] {1}, sibling, hash) : sha256(new byte[] {1}, hash, sibling);
            for (; onTheRight && (node & 1) == 0 && node != 0; node >>= 1) last >>= 1;
            fits = last != 0;
            node >>= 1;
            last >>= 1;
        }
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(text);
        boolean signed = signature.verify(base64(valueOf("signature", proof))) && lines.getProperty("earshot").equals("checkpoint 1");
        boolean included = fits && last == 0 && HexFormat.of().formatHex(hash).equals(lines.getProperty("root"));
        System.out.println(!signed ? "INVALID: the checkpoint is not signed with this key" : !included ? "INVALID: this event is not in the checkpoint"
                : "VALID: event " + valueOf("eventId", proof) + " stood at " + valueOf("position", proof) + " by " + lines.getProperty("at"));
        System.exit(signed && included ? 0 : 1);
    }

    static String valueOf(String name, String json) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*(null|\"[^\"]*\"|-?[0-9]+)").matcher(json);
        return !found.find() || found.group(1).equals("null") ? null : found.group(1).replace("\"", "");
    }

    static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) digest.update(part);
        return digest.digest();
    }
}
