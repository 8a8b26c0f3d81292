package org.portolan.need;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A need of a region, and what became of it. */
@Entity
@Table(name = "need_signal")
class Need {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String kind;

  @Column(name = "region_code")
  private String region;

  @Column(name = "member_code")
  private String member;

  @Column(name = "theme_code")
  private String theme;

  private String language;
  private String wording;
  private int times;
  private String source;
  private String state;

  @Column(name = "raised_on")
  private LocalDate raisedOn;

  @Column(name = "heard_on")
  private LocalDate heardOn;

  @Version private int version;

  protected Need() {}

  Need(NeedSignal signal, LocalDate today) {
    kind = signal.kind().code();
    region = signal.region();
    member = signal.member();
    theme = signal.theme();
    language = signal.language();
    wording = signal.wording();
    times = signal.times();
    source = signal.source();
    state = NeedState.OPEN.code();
    raisedOn = today;
    heardOn = today;
  }

  /** It was noticed again. */
  void heard(int more, LocalDate today) {
    times += more;
    heardOn = today;
  }

  void become(NeedState now) {
    state = now.code();
  }

  Long id() {
    return id;
  }

  String region() {
    return region;
  }

  String state() {
    return state;
  }

  int version() {
    return version;
  }

  NeedSummary summary() {
    return new NeedSummary(
        id,
        NeedKind.of(kind).orElseThrow(),
        region,
        member,
        theme,
        language,
        wording,
        times,
        source,
        NeedState.of(state).orElseThrow(),
        heardOn,
        version);
  }
}
