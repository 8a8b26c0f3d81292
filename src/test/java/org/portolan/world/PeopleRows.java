package org.portolan.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;
import org.portolan.platform.security.Token;

/** People with one password and one personal token each; some decide or work for a centre. */
final class PeopleRows {
  static final int COORDINATORS_PER_MEMBER = 2;

  /** Argon2id of {@link World#PASSWORD}: a hash each would take a quarter of an hour. */
  static final String HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$CNjAOGzBCp5+ES87w+XbAg$3HSaJLyb6Js2d2OTG0AIs/yceVGEDPk+YhDaojW5iWM";

  private final Setting setting;
  private final List<Person> people = new ArrayList<>();

  /** Somebody of the world before the database gave them a number. */
  record Person(String code, String member, String secret) {}

  PeopleRows(Setting setting) {
    this.setting = setting;
    List<String> members = setting.members();
    for (int i = 0; i < setting.size().people(); i++) {
      String code = Setting.code("P", i + 1);
      people.add(new Person(code, members.get(i % members.size()), secret(code)));
    }
  }

  List<Person> people() {
    return people;
  }

  /** The first people of a Member are its National Coordinators. */
  Person coordinator(String member) {
    return people.get(setting.members().indexOf(member));
  }

  /** Then come those of the centres, one each. */
  String staffOf(Setting.Place centre) {
    return people
        .get(COORDINATORS_PER_MEMBER * setting.members().size() + setting.centres().indexOf(centre))
        .secret();
  }

  /** And after an administrator the one of a Regional Office. */
  String regionalOfficer() {
    return people
        .get(COORDINATORS_PER_MEMBER * setting.members().size() + setting.centres().size() + 1)
        .secret();
  }

  void insert(DataSource database) {
    SplittableRandom random = setting.random("people");
    Rows persons =
        Rows.into("person", "code")
            .columns("code", "given_name", "family_name", "email", "member_code", "language")
            .columns("post", "version");
    for (Person person : people) {
      String language = setting.language(random);
      Vocabulary words = setting.words(language);
      persons.add(
          person.code(),
          words.place(random),
          words.place(random),
          person.code().toLowerCase(Locale.ROOT) + "@world.portolan.example",
          person.member(),
          language,
          words.term(random),
          1);
    }
    persons.insert(database);
    Map<String, Long> ids = Rows.idsByCode(database, "person");
    insertPasswords(database, ids);
    insertMandates(database, ids);
    insertTokens(database, ids);
  }

  private void insertMandates(DataSource database, Map<String, Long> ids) {
    Rows grants =
        Rows.into("mandate", "id")
            .columns("person_id", "office", "scope_kind", "scope_code", "from_day", "starts_at")
            .columns("version");
    String from = setting.anchor().minusYears(3).toString();
    int next = 0;
    for (int round = 0; round < COORDINATORS_PER_MEMBER; round++) {
      for (int i = 0; i < setting.members().size(); i++) {
        Person person = people.get(next++);
        grants.add(ids.get(person.code()), "coordinator", "member", person.member(), from, from, 1);
      }
    }
    for (Setting.Place centre : setting.centres()) {
      grants.add(
          ids.get(people.get(next++).code()),
          "centre_staff",
          "centre",
          centre.code(),
          from,
          from,
          1);
    }
    grants.add(ids.get(people.get(next++).code()), "admin", "platform", "*", from, from, 1);
    grants.add(
        ids.get(people.get(next++).code()), "rocb_officer", "region", World.REGION, from, from, 1);
    grants.insert(database);
  }

  private void insertPasswords(DataSource database, Map<String, Long> ids) {
    Rows passwords = Rows.into("password", "person_id").columns("person_id", "hash", "changed_at");
    people.forEach(person -> passwords.add(ids.get(person.code()), HASH, setting.now()));
    passwords.insert(database);
  }

  /** Worlds grow old; their programs go on. */
  private static final java.time.LocalDateTime FAR = java.time.LocalDateTime.of(2100, 1, 1, 0, 0);

  private void insertTokens(DataSource database, Map<String, Long> ids) {
    Rows tokens =
        Rows.into("api_token", "id")
            .columns("token_hash", "person_id", "name", "created_at", "expires_at");
    people.forEach(
        person ->
            tokens.add(
                Token.sha256(person.secret()),
                ids.get(person.code()),
                "world",
                setting.now(),
                FAR));
    tokens.insert(database);
  }

  List<World.PersonalToken> tokens(Map<String, Long> ids) {
    return people.stream()
        .map(person -> new World.PersonalToken(ids.get(person.code()), person.secret()))
        .toList();
  }

  private String secret(String code) {
    try {
      byte[] bits =
          MessageDigest.getInstance("SHA-256")
              .digest((setting.seed() + code).getBytes(StandardCharsets.UTF_8));
      return "portolan_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
