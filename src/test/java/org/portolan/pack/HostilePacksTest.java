package org.portolan.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.collection.CollectionText;
import org.portolan.pack.RefusedPack.Reason;

/** Whatever is sent as a pack is one, or is refused with a reason. */
class HostilePacksTest {
  private static final String TEXTS = "{\"texts\":[]}";
  private static final byte[] FILE = "a file".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  private static Manifest manifest(PackedPractice... practices) {
    return new Manifest(
        "https://there.example",
        Instant.parse("2026-11-27T10:00:00Z"),
        new PackedCollection(
            "https://there.example/collections/1",
            "WCA",
            Map.of("en", new CollectionText("Seals", ""))),
        List.of(practices));
  }

  private static PackedPractice practice(int place, String hash, PackedFile... files) {
    return new PackedPractice(
        "https://there.example/knowledge/PR-" + place,
        PackFormat.entry("practices", place, ".json"),
        hash,
        1,
        Instant.parse("2026-11-27T10:00:00Z"),
        "Seals",
        List.of("en"),
        "cc-by-4.0",
        "Customs of there",
        "2026-01-02",
        "all",
        List.of(files));
  }

  private static PackedPractice good() {
    return practice(
        1,
        PackFormat.hash(TEXTS.getBytes(StandardCharsets.UTF_8)),
        new PackedFile(
            "files/001-01.txt",
            PackFormat.hash(FILE),
            FILE.length,
            "text/plain",
            "en",
            "A file",
            "a.txt"));
  }

  private static List<String> goodNames() {
    return new ArrayList<>(List.of("practices/001.json", "files/001-01.txt", "manifest.json"));
  }

  /** A zip of these names in this order, with what belongs there. */
  private static byte[] zip(String manifest, List<String> names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (String name : names) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content(manifest, name));
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] content(String manifest, String name) {
    return name.equals("manifest.json")
        ? manifest.getBytes(StandardCharsets.UTF_8)
        : name.startsWith("files/") ? FILE : TEXTS.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] good(List<String> names) throws IOException {
    return zip(manifest(good()).write(), names);
  }

  private OpenPack open(byte[] content) throws Exception {
    Path file = Files.createTempFile(folder, "", ".zip");
    Files.write(file, content);
    return OpenPack.open(file);
  }

  private void refused(byte[] content, Reason reason) {
    assertThatThrownBy(() -> open(content).close())
        .isInstanceOfSatisfying(RefusedPack.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void aGoodOneIsReadAsItWasWritten() throws Exception {
    try (OpenPack pack = open(good(goodNames()))) {
      assertThat(pack.manifest()).isEqualTo(manifest(good()));
      assertThat(pack.content(pack.manifest().practices().get(0))).isEqualTo(TEXTS);
      try (InputStream in = pack.open(pack.manifest().practices().get(0).files().get(0))) {
        assertThat(in.readAllBytes()).isEqualTo(FILE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.json",
        "practices/../../evil.json",
        "/etc/passwd",
        "C:/evil.json",
        "C:evil",
        "practices\\..\\evil.json",
        "practices//001.json",
        "./practices/002.json",
        "practices/\u0000.json",
        "practices/\n.json",
        "a/b/../c"
      })
  void namesThatLeadElsewhereAreRefused(String name) throws Exception {
    List<String> names = goodNames();
    names.add(name);
    refused(good(names), Reason.NAME);
  }

  @Test
  void aNameThatGoesOnAndOnIsRefused() throws Exception {
    List<String> names = goodNames();
    names.add("a/".repeat(200) + "a");
    refused(good(names), Reason.NAME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "practices/001.json", "files/001-01.txt"})
  void whatIsThereTwiceIsRefused(String name) throws Exception {
    List<String> names = goodNames();
    names.add(name);
    refused(good(names), Reason.TWICE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"practices/002.json", "evil.exe", "files/001-02.txt", "readme"})
  void whatTheManifestDoesNotNameIsRefused(String name) throws Exception {
    List<String> names = goodNames();
    names.add(name);
    refused(good(names), Reason.EXTRA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"practices/001.json", "files/001-01.txt"})
  void whatTheManifestNamesMustBeThere(String name) throws Exception {
    List<String> names = goodNames();
    names.remove(name);
    refused(good(names), Reason.MISSING);
  }

  @Test
  void withoutAManifestThereIsNone() throws Exception {
    refused(good(List.of("practices/001.json")), Reason.NO_MANIFEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|FORMAT",
        "{\"format\":\"other\",\"version\":1}|FORMAT",
        "[]|MANIFEST",
        "null|MANIFEST",
        "{\"format\":|MANIFEST",
        "not json at all|MANIFEST",
        "{\"format\":\"portolan-collection\"}|MANIFEST",
        "{\"format\":\"portolan-collection\",\"version\":\"1\"}|MANIFEST",
        "{\"format\":\"portolan-collection\",\"version\":2}|VERSION",
        "{\"format\":\"portolan-collection\",\"version\":0}|VERSION",
        "{\"format\":\"portolan-collection\",\"version\":1,\"origin\":\"file:///\",\"date\":\"x\"}|MANIFEST",
        "{\"format\":\"portolan-collection\",\"version\":1,\"origin\":\"https://a.b\",\"date\":\"x\"}|MANIFEST"
      })
  void aManifestThatSaysSomethingElseIsRefused(String manifest, Reason reason) throws Exception {
    refused(zip(manifest, goodNames()), reason);
  }

  @Test
  void aManifestThatIsNestedOnAndOnIsRefused() throws Exception {
    refused(zip("{\"format\":" + "[".repeat(200_000), goodNames()), Reason.MANIFEST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://there.example/knowledge/PR-1|javascript:alert(1)",
        "\"entry\":\"practices/001.json\"|\"entry\":\"../001.json\"",
        "\"entry\":\"files/001-01.txt\"|\"entry\":\"/etc/passwd\"",
        "\"size\":6|\"size\":-6",
        "\"size\":6|\"size\":1e30",
        "\"edition\":1|\"edition\":0",
        "2026-11-27T10:00:00Z|+999999999-01-01T00:00:00Z"
      })
  void aManifestWithOddValuesIsRefused(String value, String odd) throws Exception {
    String text = manifest(good()).write();
    assertThat(text).contains(value);
    refused(zip(text.replace(value, odd), goodNames()), Reason.MANIFEST);
  }

  @Test
  void thePracticeMustBeWhatTheManifestSays() throws Exception {
    refused(
        zip(
            manifest(practice(1, "0".repeat(64))).write(),
            List.of("practices/001.json", "manifest.json")),
        Reason.CHANGED);
  }

  @Test
  void aFileMustBeAsLongAsTheManifestSays() throws Exception {
    refused(
        zip(manifest(good()).write().replace("\"size\":6", "\"size\":7"), goodNames()),
        Reason.CHANGED);
  }

  @Test
  void oneIdNamesOnePractice() throws Exception {
    String hash = PackFormat.hash(TEXTS.getBytes(StandardCharsets.UTF_8));
    PackedPractice other =
        new PackedPractice(
            "https://there.example/knowledge/PR-1",
            "practices/002.json",
            hash,
            1,
            Instant.EPOCH.plusSeconds(1_000_000_000),
            "x",
            List.of("en"),
            "",
            "",
            "",
            "all",
            List.of());
    refused(
        zip(
            manifest(practice(1, hash), other).write(),
            List.of("practices/001.json", "practices/002.json", "manifest.json")),
        Reason.TWICE);
  }

  @Test
  void moreThanACollectionMayHaveIsRefused() throws Exception {
    String hash = PackFormat.hash(TEXTS.getBytes(StandardCharsets.UTF_8));
    List<PackedPractice> many = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("manifest.json"));
    for (int place = 1; place <= 61; place++) {
      many.add(practice(place, hash));
      names.add(PackFormat.entry("practices", place, ".json"));
    }
    refused(zip(manifest(many.toArray(PackedPractice[]::new)).write(), names), Reason.MANY);
  }

  @Test
  void anEmptyFileIsRefused() {
    refused(new byte[0], Reason.EMPTY);
  }

  @Test
  void aZipWithNothingInItIsRefused() throws Exception {
    refused(good(List.of()), Reason.EMPTY);
  }

  @Test
  void whatIsNoZipIsRefused() {
    refused("%PDF-1.7 is no zip".getBytes(StandardCharsets.UTF_8), Reason.BROKEN);
    refused(new byte[100_000], Reason.BROKEN);
  }

  @Test
  void oneThatWasCutOffIsRefusedWhereverItWas() throws Exception {
    byte[] whole = good(goodNames());
    for (int length = 1; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> open(cut).close()).isInstanceOf(RefusedPack.class);
    }
  }

  @Test
  void oneOfWhichAByteWasTurnedIsRefusedOrTheSame() throws Exception {
    byte[] whole = good(goodNames());
    for (int at = 0; at < whole.length; at += 3) {
      byte[] turned = whole.clone();
      turned[at] ^= 0x41;
      try (OpenPack pack = open(turned)) {
        assertThat(pack.content(pack.manifest().practices().get(0))).isEqualTo(TEXTS);
      } catch (RefusedPack refused) {
        assertThat(refused.reason()).isNotNull();
      }
    }
  }

  @Test
  void whatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (String name : List.of("manifest.json", "practices/001.json")) {
        zip.putNextEntry(new ZipEntry(name));
        byte[] piece = new byte[1024 * 1024];
        for (int i = 0; i < 510; i++) {
          zip.write(piece);
        }
        zip.closeEntry();
      }
    }
    assertThat(bytes.size()).isLessThan(2 * 1024 * 1024);
    refused(bytes.toByteArray(), Reason.UNPACKED);
  }

  @Test
  void aManifestThatUnpacksToTooMuchIsRefused() throws Exception {
    refused(zip(" ".repeat(9 * 1024 * 1024), goodNames()), Reason.UNPACKED);
  }

  @Test
  void oneThatSaysLessThanComesOutOfItIsRefused() throws Exception {
    byte[] content = new byte[100_000];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(content);
      zip.closeEntry();
    }
    byte[] lying = bytes.toByteArray();
    // the size that the directory at the end says of the only entry
    int directory = lastIndexOf(lying, new byte[] {'P', 'K', 1, 2});
    lying[directory + 24] = 10;
    lying[directory + 25] = 0;
    lying[directory + 26] = 0;
    refused(lying, Reason.BROKEN);
  }

  private static int lastIndexOf(byte[] content, byte[] mark) {
    for (int at = content.length - mark.length; at >= 0; at--) {
      if (Arrays.equals(content, at, at + mark.length, mark, 0, mark.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not in it");
  }

  @Test
  void moreEntriesThanAreTakenAreRefused() throws Exception {
    List<String> names = goodNames();
    for (int i = 0; i < 3_000; i++) {
      names.add("x" + i);
    }
    refused(good(names), Reason.MANY);
  }

  @Test
  void aDirectoryThatWouldFillTheMemoryIsNotReadWhateverItSaysOfItself() throws Exception {
    byte[] entry = new byte[46];
    System.arraycopy(new byte[] {'P', 'K', 1, 2}, 0, entry, 0, 4);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 200_000; i++) {
      bytes.writeBytes(entry);
    }
    byte[] end = new byte[22];
    System.arraycopy(new byte[] {'P', 'K', 5, 6}, 0, end, 0, 4);
    end[8] = 1;
    end[10] = 1;
    end[12] = 46;
    bytes.writeBytes(end);
    refused(bytes.toByteArray(), Reason.MANY);
    // one that leads to a directory of the longer form, which is not there
    byte[] locator = new byte[20];
    System.arraycopy(new byte[] {'P', 'K', 6, 7}, 0, locator, 0, 4);
    ByteArrayOutputStream longer = new ByteArrayOutputStream();
    longer.writeBytes(locator);
    longer.writeBytes(end);
    refused(longer.toByteArray(), Reason.BROKEN);
  }

  @Test
  void anEntryThatPointsToAnotherIsRefused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      ZipArchiveEntry link = new ZipArchiveEntry("manifest.json");
      link.setUnixMode(UnixStat.LINK_FLAG | 0777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }
    refused(bytes.toByteArray(), Reason.LINK);
  }

  @Test
  void oneThatIsLockedIsRefused() throws Exception {
    byte[] locked = good(goodNames());
    for (int at = 0; at < locked.length - 10; at++) {
      if (locked[at] == 'P'
          && locked[at + 1] == 'K'
          && locked[at + 2] == 1
          && locked[at + 3] == 2) {
        locked[at + 8] |= 1;
      }
    }
    refused(locked, Reason.LOCKED);
  }

  @Test
  void aFolderIsNoFile() throws Exception {
    List<String> names = goodNames();
    names.addAll(Collections.singleton("practices/"));
    try (OpenPack pack = open(good(names))) {
      assertThat(pack.manifest().practices()).hasSize(1);
    }
  }
}
