package io.github.orgswitcher.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/** A name server on the loopback interface that knows TXT records only. It answers over UDP. */
public final class DnsResponder implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int RESPONSE = 0x8180;
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;

    private final DatagramSocket socket;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private DnsResponder(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Starts on a free port. */
    public static DnsResponder start() {
        try {
            DnsResponder responder = new DnsResponder(new DatagramSocket(0, InetAddress.getByName("127.0.0.1")));
            Thread thread = new Thread(responder::serve, "dns");
            thread.setDaemon(true);
            thread.start();
            return responder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address, as {@code host:port}. */
    public String server() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** Publishes records with one string each, in place of what was there; none leaves the name without records. */
    public void publish(String name, String... values) {
        publish(name, List.of(values).stream().map(List::of).toList());
    }

    /** Publishes records, each of one or more strings, in place of what was there. */
    public void publish(String name, List<List<String>> records) {
        behaviours.put(name, new Behaviour(0, records));
    }

    /** Answers that something is wrong with the server. */
    public void fail(String name) {
        behaviours.put(name, new Behaviour(SERVFAIL, List.of()));
    }

    /** Never answers. */
    public void keepSilent(String name) {
        behaviours.put(name, Behaviour.SILENCE);
    }

    /** Answers that there is no such name, as for all names at the beginning. */
    public void remove(String name) {
        behaviours.remove(name);
    }

    /** Whether someone has asked for this name. */
    public boolean wasAsked(String name) {
        return asked.contains(name);
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        DatagramPacket question = new DatagramPacket(new byte[512], 512);
        while (!socket.isClosed()) {
            try {
                socket.receive(question);
                ByteBuffer query = ByteBuffer.wrap(question.getData(), 0, question.getLength());
                String name = nameIn(query.position(HEADER));
                asked.add(name);
                Behaviour behaviour = behaviours.getOrDefault(name, new Behaviour(NXDOMAIN, List.of()));
                if (behaviour != Behaviour.SILENCE) {
                    byte[] answer = answer(query, behaviour);
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (SocketException e) {
                // It was closed.
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads the name, and leaves the buffer after it. */
    private static String nameIn(ByteBuffer query) {
        StringJoiner name = new StringJoiner(".");
        for (int length = query.get(); length > 0; length = query.get()) {
            byte[] label = new byte[length];
            query.get(label);
            name.add(new String(label, ISO_8859_1));
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }

    private static byte[] answer(ByteBuffer query, Behaviour behaviour) throws IOException {
        int endOfQuestion = query.position() + 4;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream answer = new DataOutputStream(bytes);
        answer.writeShort(query.getShort(0));
        answer.writeShort(RESPONSE | behaviour.code());
        answer.writeShort(1);
        answer.writeShort(behaviour.records().size());
        answer.writeInt(0);
        answer.write(query.array(), HEADER, endOfQuestion - HEADER);
        for (List<String> strings : behaviour.records()) {
            // A pointer to the question's name; TXT; Internet; the time to live.
            answer.writeShort(0xC000 | HEADER);
            answer.writeShort(16);
            answer.writeShort(1);
            answer.writeInt(60);
            answer.writeShort(
                    strings.stream().mapToInt(text -> text.length() + 1).sum());
            for (String text : strings) {
                answer.writeByte(text.length());
                answer.writeBytes(text);
            }
        }
        return bytes.toByteArray();
    }

    private record Behaviour(int code, List<List<String>> records) {
        static final Behaviour SILENCE = new Behaviour(-1, List.of());
    }
}
