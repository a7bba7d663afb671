package io.github.orgswitcher.platform;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the Java machine would look up for a compiled class: the entries of its constant pool (JVMS, section 4.4). */
final class ClassFile {

    private static final int MAGIC = 0xCAFEBABE;

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Integer> names = new HashMap<>();
    private final Map<Integer, int[]> pairs = new HashMap<>();
    private final Map<Integer, int[]> members = new HashMap<>();

    private ClassFile() {}

    static ClassFile read(Path file) throws IOException {
        ClassFile read = new ClassFile();
        try (InputStream in = Files.newInputStream(file);
                DataInputStream data = new DataInputStream(in)) {
            if (data.readInt() != MAGIC) {
                throw new IOException(file + " is no class file");
            }
            data.readInt();
            read.entries(data);
        }
        return read;
    }

    /** Every type, field and method that the class names. */
    Set<Reference> references() {
        Set<Reference> references = new LinkedHashSet<>();
        names.values()
                .forEach(name -> element(texts.get(name)).ifPresent(type -> references.add(Reference.type(type))));
        members.values().forEach(member -> {
            int[] pair = pairs.get(member[1]);
            element(texts.get(names.get(member[0])))
                    .ifPresent(owner -> references.add(new Reference(owner, texts.get(pair[0]), texts.get(pair[1]))));
        });
        return references;
    }

    /** An array's type is named by its descriptor; what is looked up is that of its elements. */
    private static Optional<String> element(String name) {
        String type = name.startsWith("[") ? name.replaceFirst("^\\[+L?", "").replace(";", "") : name;
        return type.length() == 1 ? Optional.empty() : Optional.of(type.replace('/', '.'));
    }

    private void entries(DataInputStream data) throws IOException {
        int count = data.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = data.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, data.readUTF());
                case 7 -> names.put(index, data.readUnsignedShort());
                case 9, 10, 11 -> members.put(index, new int[] {data.readUnsignedShort(), data.readUnsignedShort()});
                case 12 -> pairs.put(index, new int[] {data.readUnsignedShort(), data.readUnsignedShort()});
                case 8, 16, 19, 20 -> data.skipNBytes(2);
                case 15 -> data.skipNBytes(3);
                case 3, 4, 17, 18 -> data.skipNBytes(4);
                case 5, 6 -> {
                    data.skipNBytes(8);
                    index++;
                }
                default -> throw new IOException("constant of kind " + tag);
            }
        }
    }
}
