package org.portolan.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.portolan.platform.security.Scope;

/**
 * What somebody did to a record, as it is being told to the {@link AuditTrail}. Nothing is written
 * before {@link #write}.
 */
public final class Deed {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

  private final AuditTrail trail;
  private final String action;
  private final String kind;
  private final String recordId;
  private final List<Change> changes = new ArrayList<>();
  private final List<PersonalChange> personal = new ArrayList<>();
  private Scope scope;
  private UnaryOperator<Actor> actor = UnaryOperator.identity();

  /** A change whose values are about a person and readable only while their key is kept. */
  record PersonalChange(long personId, Change change) {}

  Deed(AuditTrail trail, String action, String kind, String recordId) {
    this.trail = trail;
    this.action = word(action);
    this.kind = word(kind);
    this.recordId = Objects.requireNonNull(recordId, "recordId");
  }

  /** For which body the record is, so that its people can be shown what was done. */
  public Deed scope(Scope where) {
    this.scope = where;
    return this;
  }

  /**
   * A field that is nobody's personal matter. What did not change is left out; values are kept as
   * their text.
   */
  public Deed change(String field, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new Change(word(field), text(before), text(after)));
    }
    return this;
  }

  /**
   * A field that says something of a person: name, address, post. It can be read as long as that
   * person's key is kept, and by nobody after.
   */
  public Deed personal(long personId, String field, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      personal.add(
          new PersonalChange(personId, new Change(word(field), text(before), text(after))));
    }
    return this;
  }

  /**
   * Who did it, where it is not the person who asks in this request: whoever signs in is not signed
   * in yet.
   */
  public Deed by(long personId) {
    this.actor = request -> request.as(personId);
    return this;
  }

  /** Who did it, where another request does it together with what is asked for there. */
  public Deed by(Actor who) {
    this.actor = request -> who;
    return this;
  }

  /** Whether anything was said to have changed; a save that changed nothing needs no entry. */
  public boolean changesAnything() {
    return !changes.isEmpty() || !personal.isEmpty();
  }

  /** Adds the entry in the transaction of the caller, of which there must be one. */
  public void write() {
    trail.writeAll(List.of(this));
  }

  private static String word(String text) {
    if (!WORD.matcher(text).matches()) {
      throw new IllegalArgumentException("not a word for the trail: " + text);
    }
    return text;
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  String action() {
    return action;
  }

  String kind() {
    return kind;
  }

  String recordId() {
    return recordId;
  }

  Scope scope() {
    return scope;
  }

  /**
   * Who did it.
   *
   * @param request who asks in the request that writes it
   */
  Actor actor(Actor request) {
    return actor.apply(request);
  }

  List<Change> changes() {
    return changes;
  }

  List<PersonalChange> personal() {
    return personal;
  }
}
