package org.portolan.seat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The book alone, opened anew for each deed as it was kept, as a transaction does. */
final class BookInMemory implements SeatSubject {
  private static final Instant OPENS = Instant.parse("2027-03-01T09:00:00Z");

  private final Map<Integer, Person> people = new TreeMap<>();
  private final Desk desk = new Desk();
  private final List<SeatLine> ledger = new ArrayList<>();
  private Instant now = OPENS;
  private Tally tally = Tally.empty();

  /** An application in memory. */
  private static final class Person implements Candidate {
    private final int number;
    private Standing standing = Standing.NEW;
    private boolean kept;

    Person(int number) {
      this.number = number;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public Standing standing() {
      return standing;
    }

    @Override
    public void stand(Standing next) {
      standing = next;
    }
  }

  /** Keeps them as a database would: it knows nobody who comes with the deed that is done. */
  private final class Desk implements WaitingList {
    @Override
    public Optional<Candidate> first(Predicate<Groups> fits) {
      return queued().stream()
          .filter(person -> person.kept)
          .filter(person -> fits.test(person.standing.groups()))
          .map(Candidate.class::cast)
          .findFirst();
    }

    List<Person> queued() {
      return people.values().stream()
          .filter(person -> person.standing.is(ApplicationState.QUEUED))
          .sorted(Comparator.comparing(person -> person.standing.place()))
          .toList();
    }

    private List<Person> offers() {
      return people.values().stream()
          .filter(person -> person.kept && person.standing.is(ApplicationState.OFFERED))
          .sorted(Comparator.comparing(person -> person.standing.until()))
          .toList();
    }

    @Override
    public List<Candidate> overdue(Instant moment) {
      return offers().stream()
          .filter(person -> !person.standing.until().isAfter(moment))
          .map(Candidate.class::cast)
          .toList();
    }

    @Override
    public Optional<Instant> nextEnd() {
      return offers().stream().map(person -> person.standing.until()).findFirst();
    }

    @Override
    public long placeBefore(long place) {
      return queued().stream()
          .mapToLong(person -> person.standing.place())
          .filter(each -> each < place)
          .max()
          .orElse(0);
    }
  }

  private Person person(int number) {
    return people.computeIfAbsent(number, Person::new);
  }

  private String act(Consumer<SeatBook> deed) {
    SeatBook book =
        new SeatBook(
            tally.opened()
                ? Tally.kept(
                    tally.rules().text(),
                    tally.lines(),
                    tally.queued(),
                    tally.taken(),
                    tally.groups(),
                    tally.due())
                : tally,
            desk);
    try {
      if (book.tally().opened()) {
        book.settle(now);
      }
      deed.accept(book);
      return ReferenceSession.FINE;
    } catch (SeatRefused refused) {
      return refused.type();
    } finally {
      ledger.addAll(book.written());
      tally = book.tally();
      people.values().forEach(person -> person.kept = person.standing.state() != null);
    }
  }

  @Override
  public Set<String> groups(int person, Random random) {
    Set<String> groups = new TreeSet<>();
    String member = List.of("XA", "XB", "XC", "XD").get(random.nextInt(4));
    groups.add("member:" + member);
    groups.add("region:" + (member.compareTo("XC") < 0 ? "WCA" : "ESA"));
    if (random.nextInt(4) > 0) {
      groups.add("gender:" + (random.nextBoolean() ? "f" : "m"));
    }
    if (member.equals("XA")) {
      groups.add("least-developed:yes");
    }
    return groups;
  }

  @Override
  public List<String> quotaGroups() {
    return List.of("gender:m", "least-developed:yes", "member:*", "region:ESA");
  }

  @Override
  public List<String> holdGroups() {
    return List.of("gender:f", "member:XB", "region:ESA");
  }

  @Override
  public boolean mayClose() {
    return true;
  }

  @Override
  public boolean mayMove() {
    return true;
  }

  @Override
  public Instant opens() {
    return OPENS;
  }

  @Override
  public Instant starts() {
    return OPENS.plus(Duration.ofDays(3));
  }

  @Override
  public void timeIs(Instant moment) {
    now = moment;
    act(book -> {});
  }

  @Override
  public String rule(SeatRules rules) {
    return act(book -> book.rule(rules, now));
  }

  @Override
  public String apply(int person, Set<String> groups) {
    return act(book -> book.apply(person(person), Groups.of(String.join(" ", groups)), now));
  }

  @Override
  public String approve(int person) {
    return act(book -> book.admit(person(person), now));
  }

  @Override
  public String refuse(int person) {
    return act(book -> book.refuse(person(person), now));
  }

  @Override
  public String revoke(int person) {
    return act(book -> book.revoke(person(person), now));
  }

  @Override
  public String withdraw(int person) {
    return act(book -> book.withdraw(person(person), now));
  }

  @Override
  public String offer(int person) {
    return act(book -> book.offer(person(person), now));
  }

  @Override
  public String accept(int person) {
    return act(book -> book.accept(person(person), now));
  }

  @Override
  public String decline(int person) {
    return act(book -> book.decline(person(person), now));
  }

  @Override
  public String move(int person, int before) {
    return act(book -> book.move(person(person), person(before), now));
  }

  @Override
  public boolean mayReplace(int person, int by) {
    return true;
  }

  @Override
  public String replace(int person, int by) {
    return act(book -> book.replace(person(person), person(by), now));
  }

  @Override
  public boolean mayStepIn(int person, int by) {
    return true;
  }

  @Override
  public String stepIn(int person, int by, Set<String> groups) {
    return act(
        book -> book.stepIn(person(person), person(by), Groups.of(String.join(" ", groups)), now));
  }

  @Override
  public Stands stands(int person) {
    Standing standing = person(person).standing;
    return new Stands(
        standing.state() == null ? "nobody" : standing.state().code(), standing.until());
  }

  @Override
  public List<Integer> queue() {
    return desk.queued().stream().map(person -> person.number).toList();
  }

  Instant due() {
    return tally.due();
  }

  @Override
  public int taken() {
    return tally.taken();
  }

  @Override
  public List<SeatLine> ledger() {
    return ledger;
  }

  @Override
  public String kept() {
    String everybody =
        people.values().stream()
            .filter(person -> person.standing.state() != null)
            .map(BookInMemory::line)
            .collect(Collectors.joining());
    return tally.rules().text()
        + "\nlines="
        + tally.lines()
        + " queued="
        + tally.queued()
        + " taken="
        + tally.taken()
        + "\n"
        + tally.groups()
        + "\n"
        + everybody;
  }

  private static String line(Person person) {
    Standing standing = person.standing;
    return person.number
        + " "
        + standing.state().code()
        + " "
        + standing.place()
        + " "
        + (standing.until() == null ? "-" : standing.until())
        + " "
        + standing.groups().text()
        + "\n";
  }
}
