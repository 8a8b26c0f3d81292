package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People as other features know them. Nothing is checked here: those who ask know who may ask. */
@ApplicationScoped
public class People {
  @Inject private PersonRepository persons;

  @Transactional
  public Optional<PersonSummary> find(long id) {
    return persons.find(id).map(Person::summary);
  }

  /** Those of the numbers that there are, in one statement. */
  @Transactional
  public Map<Long, PersonSummary> byIds(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : persons.listByIds(ids).stream()
            .map(Person::summary)
            .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
  }

  /** Those of the codes that there are, in one statement. */
  @Transactional
  public Map<String, PersonSummary> byCodes(Collection<String> codes) {
    return codes.isEmpty()
        ? Map.of()
        : persons.listByCodes(codes).stream()
            .filter(person -> !person.merged())
            .map(Person::summary)
            .collect(Collectors.toMap(PersonSummary::code, Function.identity()));
  }

  /** The account of exactly this address; one that the database takes for the same is not it. */
  @Transactional
  public Optional<PersonSummary> findByEmail(EmailAddress email) {
    return persons
        .findByEmail(email.text())
        .filter(person -> person.email().equals(email) && !person.merged())
        .map(Person::summary);
  }

  /**
   * The account that stands in the way of another of this address: the database takes addresses for
   * the same that are not spelled alike.
   */
  @Transactional
  public Optional<PersonSummary> holderOf(EmailAddress email) {
    return persons.findByEmail(email.text()).map(Person::summary);
  }

  /** Makes somebody known by another address; who calls it has asked both. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changeAddress(long id, EmailAddress email) {
    persons.find(id).orElseThrow().changeAddress(email);
    persons.flush();
  }

  /** Makes somebody an officer of another administration; who calls it has made sure of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changeAdministration(long id, String member) {
    persons.find(id).orElseThrow().changeAdministration(member);
    persons.flush();
  }

  @Transactional
  public List<PersonSummary> listByEmails(Collection<String> emails) {
    return persons.listByEmails(emails).stream()
        .filter(person -> !person.merged())
        .map(Person::summary)
        .toList();
  }

  @Transactional
  public boolean hasAnybody() {
    return persons.hasAnybody();
  }

  /** Makes others who want to change what belongs to this person wait for this transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(long id) {
    persons.lock(id);
  }

  /** Whether another account took the place of this one. */
  @Transactional
  public boolean merged(long id) {
    return persons.find(id).filter(Person::merged).isPresent();
  }

  /**
   * Whether this account is one still. It stays one until the transaction ends: a merge waits. To
   * be asked before any other lock is taken.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean holdStill(long id) {
    return persons.holdStill(id);
  }

  /**
   * Holds an account still in the same way.
   *
   * @return what its holder says of their gender, or an empty text; nothing where the account is
   *     none any more. For rules, never to be shown.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<String> holdGender(long id) {
    return persons.holdGender(id);
  }

  /**
   * The same of many, in one statement; accounts that another transaction holds in any way are left
   * out, instead of waited for.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<Long, String> holdGenders(Collection<Long> ids) {
    return persons.holdGenders(ids);
  }

  /** The same for one who only reads, and keeps nobody waiting. */
  @Transactional
  public Optional<String> gender(long id) {
    return persons.gender(id);
  }

  /** Holds many accounts still, in one statement and the order of their numbers. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void holdAllStill(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      persons.holdAllStill(ids);
    }
  }

  /**
   * The same for many by their codes, in one statement; which of them are one still is then to be
   * read.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void holdStill(Collection<String> codes) {
    if (!codes.isEmpty()) {
      persons.holdStill(codes);
    }
  }

  /** A new person without an administration; who calls it has made sure that they may. */
  @Transactional(Transactional.TxType.MANDATORY)
  public long add(String code, String given, String family, EmailAddress email, String language) {
    return persons.add(new Person(code, given, family, email, language));
  }
}
