package org.portolan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeyTest {
  private static final String SECRET = "a key that is long enough for this test";

  @TempDir private Path data;
  private final Map<String, String> settings = new HashMap<>();

  private AuditKeyFile file() {
    settings.put("portolan.data", data.toString());
    return new AuditKeyFile(settings::get);
  }

  @Test
  void aShortKeyIsAMistake() {
    assertThatThrownBy(() -> AuditKey.of("x".repeat(31)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PORTOLAN_AUDIT_KEY");
  }

  @Test
  void spacesAroundAKeyDoNotCount() {
    assertThat(AuditKey.of(" " + SECRET + "\n").check()).isEqualTo(AuditKey.of(SECRET).check());
  }

  @Test
  void aWrappedKeyIsOpenedForItsPersonAlone() {
    AuditKey key = AuditKey.of(SECRET);
    byte[] person = AuditKey.newPersonKey();
    byte[] wrapped = key.wrap(7, person);
    assertThat(key.unwrap(7, wrapped)).hasValue(person);
    assertThat(key.unwrap(8, wrapped)).isEmpty();
    assertThat(key.unwrap(7, new byte[3])).isEmpty();
    assertThat(AuditKey.of(SECRET + "2").unwrap(7, wrapped)).isEmpty();
  }

  @Test
  void aValueIsReadInItsPlaceAlone() {
    byte[] key = AuditKey.newPersonKey();
    byte[] encrypted = AuditKey.encrypt(key, "الاسم", "here");
    assertThat(AuditKey.decrypt(key, encrypted, "here")).hasValue("الاسم");
    assertThat(AuditKey.decrypt(key, encrypted, "there")).isEmpty();
    assertThat(AuditKey.decrypt(AuditKey.newPersonKey(), encrypted, "here")).isEmpty();
  }

  @Test
  void encryptedValuesAreALineEach() {
    EncryptedValue one = new EncryptedValue(7, 3, "email", new byte[] {1, -1});
    EncryptedValue other = new EncryptedValue(8, 4, "name", new byte[0]);
    List<EncryptedValue> read = EncryptedValue.read(EncryptedValue.write(List.of(one, other)));
    assertThat(read).usingRecursiveComparison().isEqualTo(List.of(one, other));
    assertThat(EncryptedValue.read("")).isEmpty();
  }

  @Test
  void theFirstStartMakesAFileThatItsOwnerAloneMayRead() throws IOException {
    assertThat(file().find()).isEmpty();
    AuditKey made = file().create();
    assertThat(file().find().orElseThrow().check()).isEqualTo(made.check());
    if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().own())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theSettingWinsThenTheFileThatItNamesThenTheOwnOne() throws IOException {
    byte[] own = file().create().check();
    Path other = Files.writeString(data.resolve("other"), SECRET + "\n");
    settings.put("portolan.audit.key.file", other.toString());
    assertThat(file().find().orElseThrow().check()).isEqualTo(AuditKey.of(SECRET).check());
    settings.put("portolan.audit.key", SECRET + "2");
    assertThat(file().find().orElseThrow().check()).isEqualTo(AuditKey.of(SECRET + "2").check());
    settings.clear();
    assertThat(file().find().orElseThrow().check()).isEqualTo(own);
  }

  @Test
  void aFileThatIsNamedAndNotThereIsAMistake() {
    AuditKeyFile file = file();
    settings.put("portolan.audit.key.file", data.resolve("nowhere").toString());
    assertThatThrownBy(file::find)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PORTOLAN_AUDIT_KEY_FILE");
  }

  @Test
  void aHeadIsReadAsItWasWrittenAndNotOtherwise() {
    AuditKey key = AuditKey.of(SECRET);
    Head head = new Head(42, key.mark(new byte[1]));
    String text = head.text(key);
    assertThat(Head.parse(text, key))
        .hasValueSatisfying(read -> assertThat(read.same(head)).isTrue());
    assertThat(Head.parse(text.replace(" 42 ", " 41 "), key)).isEmpty();
    assertThat(Head.parse(text, AuditKey.of(SECRET + "2"))).isEmpty();
    assertThat(Head.parse(text.substring(1), key)).isEmpty();
    assertThat(Head.parse("", key)).isEmpty();
  }
}
