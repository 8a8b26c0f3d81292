package org.portolan.platform.storage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reference and demo content that the application carries, by path below {@code content}. */
@ApplicationScoped
public class ContentLibrary {

  /** The rows of a CSV file with a header, in order. */
  public List<NamedCsvRecord> rows(String path) {
    try (Reader in = new InputStreamReader(open(path), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every Markdown text of a folder, in the order of file names. */
  public List<MarkdownFile> texts(String folder) {
    URL url = loader().getResource("content/" + folder);
    if (url == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(ContentLibrary::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Names the whole of this content: the same for the same files, another for others. */
  public String digest() {
    try (Stream<Path> files =
        Files.walk(Path.of(loader().getResource("content/reference").toURI()).getParent())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MarkdownFile read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static MarkdownFile parse(String name, String content) {
    String[] parts = content.split("(?m)^---\\s*$", 3);
    if (parts.length < 3 || !parts[0].isBlank()) {
      throw new IllegalArgumentException(name + " does not begin with front matter");
    }
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : parts[1].strip().lines().toList()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException(
            name + " has a front matter line without a key: " + line);
      }
      head.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1).strip()));
    }
    return new MarkdownFile(name, Map.copyOf(head), parts[2].strip());
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    return quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
  }

  private static InputStream open(String path) throws IOException {
    InputStream in = loader().getResourceAsStream("content/" + path);
    if (in == null) {
      throw new IOException("no content file " + path);
    }
    return in;
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  /** A Markdown text with its front matter. */
  public record MarkdownFile(String name, Map<String, String> head, String body) {
    /** The value of a front matter key that must be there. */
    public String get(String key) {
      String value = head.get(key);
      if (value == null) {
        throw new IllegalArgumentException(name + " has no " + key);
      }
      return value;
    }
  }
}
