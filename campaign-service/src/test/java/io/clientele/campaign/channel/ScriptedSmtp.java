package io.clientele.campaign.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that answers every recipient with the same line, which no mail server that works can be made to do. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final String answer;
    private final AtomicInteger asked = new AtomicInteger();

    ScriptedSmtp(String answer) throws IOException {
        this.answer = answer;
        this.socket =
                new ServerSocket(Integer.getInteger(DeliverySettings.SMTP_PORT), 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** How often a recipient was named. */
    int asked() {
        return asked.get();
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        } catch (IOException closed) {
            // The test is over.
            assert socket.isClosed() : closed;
        }
    }

    private void talk(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(client, answer(line.toUpperCase(Locale.ROOT)));
            }
        } catch (IOException gone) {
            // The client left without a word; it will come again.
            assert !gone.getMessage().isEmpty();
        }
    }

    private String answer(String line) {
        if (line.startsWith("RCPT")) {
            asked.incrementAndGet();
            return answer;
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
