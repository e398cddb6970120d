import java.nio.ByteBuffer;
import java.nio.file.*;
import java.security.*;
import java.util.*;
import java.util.regex.Pattern;

/** Checks that an event is in a signed checkpoint of Earshot's log: java VerifyProof.java proof.json public-key.pem (see audit.md) */
class VerifyProof {
    public static void main(String[] files) throws Exception {
        String proof = Files.readString(Path.of(files[0])), pem = Files.readString(Path.of(files[1]));
        Map<String, String> part = new HashMap<>();
        Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"]*)\"").matcher(proof).results().forEach(it -> part.put(it.group(1), it.group(2)));
        String checkpoint = part.get("checkpoint").replace("\\n", "\n"), hash = sha256("00" + part.get("event"));
        for (var step : Pattern.compile("\"(left|right) ([0-9a-f]{64})\"").matcher(proof).results().toList()) {
            hash = sha256("01" + (step.group(1).equals("left") ? step.group(2) + hash : hash + step.group(2)));
        }
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new java.security.spec.X509EncodedKeySpec(key)));
        signature.update(checkpoint.getBytes("UTF-8"));
        boolean isSigned = signature.verify(HexFormat.of().parseHex(part.get("signature")));
        boolean isValid = isSigned && checkpoint.startsWith("earshot checkpoint 1\n") && checkpoint.contains("\nroot " + hash + "\n");
        System.out.println(isValid ? "VALID\n" + checkpoint : isSigned ? "INVALID: the event is not in the checkpoint" : "INVALID: not signed by this key");
        if (!isValid) System.exit(1);
        ByteBuffer event = ByteBuffer.wrap(HexFormat.of().parseHex(part.get("event")));
        for (String name : "position eventId aggregateType aggregateId sequence payloadType revision payload metadata timestamp".split(" ")) {
            byte[] value = new byte[Math.max(0, event.getInt())]; // The length of what is absent is -1.
            event.get(value);
            System.out.println(name + " " + (name.matches("position|sequence") ? ByteBuffer.wrap(value).getLong() : new String(value, "UTF-8")));
        }
    }

    static String sha256(String hex) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex)));
    }
}
