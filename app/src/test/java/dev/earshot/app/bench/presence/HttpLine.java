package dev.earshot.app.bench.presence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Beats by HTTP/1.1 over one connection that lasts as long as the server lets it. It does no more than that, so that the
 * clients take little of the machine that they share with the server.
 */
final class HttpLine implements Line {
    private final URI server;
    private final List<String> tokens;
    private Socket socket;
    private BufferedReader answers;

    /** Beats of listener {@code n} carry the token at {@code n}. */
    HttpLine(URI server, List<String> tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    @Override
    public boolean beat(int listener) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }
        String request = "POST /v1/listeners/me/presence/heartbeat HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nAuthorization: Bearer " + tokens.get(listener) + "\r\nContent-Length: 0\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return answer();
    }

    private boolean answer() throws IOException {
        String status = String.valueOf(answers.readLine());
        boolean taken = status.startsWith("HTTP/1.1 204");
        boolean last = !taken; // A problem has a body, which nobody reads.
        for (String header = answers.readLine(); header != null && !header.isEmpty(); header = answers.readLine()) {
            last |= header.toLowerCase(Locale.ROOT).equals("connection: close");
        }
        if (last) {
            socket.close();
            socket = null;
        }
        return taken;
    }
}
