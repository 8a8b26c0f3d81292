package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.security.Scope;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** Where the bodies lie for which offices are held. */
@ApplicationScoped
class Places {
  /** Those whose offices are held for the body itself and not for a region or as a centre. */
  private static final Set<BodyKind> NEIGHBOURS =
      EnumSet.of(BodyKind.RILO, BodyKind.LABORATORY, BodyKind.DOG_CENTRE, BodyKind.DONOR);

  @Inject private Directory directory;

  boolean exists(Scope scope) {
    return switch (scope.kind()) {
      case PLATFORM -> scope.equals(Scope.PLATFORM);
      case REGION -> directory.findRegion(scope.code()).isPresent();
      case MEMBER -> directory.findMember(scope.code()).isPresent();
      case CENTRE -> directory.findCentre(scope.code()).isPresent();
      case BODY -> body(scope.code()).isPresent();
    };
  }

  /** The Member to whose administration a body belongs, if it does to one. */
  Optional<String> memberOf(Scope scope) {
    return switch (scope.kind()) {
      case MEMBER -> Optional.of(scope.code());
      case CENTRE -> directory.findCentre(scope.code()).map(CentreSummary::memberCode);
      case BODY -> body(scope.code()).map(BodySummary::memberCode);
      case PLATFORM, REGION -> Optional.empty();
    };
  }

  /** All bodies of a kind. */
  List<Scope> all(Scope.Kind kind) {
    return switch (kind) {
      case PLATFORM -> List.of(Scope.PLATFORM);
      case REGION ->
          directory.regions().stream().map(region -> Scope.region(region.code())).toList();
      case MEMBER ->
          directory.members().stream().map(member -> Scope.member(member.code())).toList();
      case CENTRE ->
          directory.trainingCentres().stream().map(centre -> Scope.centre(centre.code())).toList();
      case BODY ->
          directory.bodies().stream()
              .filter(body -> NEIGHBOURS.contains(body.kind()))
              .map(body -> Scope.body(body.code()))
              .toList();
    };
  }

  /** Whether a body has this office: a donor has officers, the others have a head. */
  boolean has(Office office, Scope scope) {
    return office.kind() == scope.kind()
        && exists(scope)
        && (scope.kind() != Scope.Kind.BODY
            || body(scope.code())
                .map(body -> (body.kind() == BodyKind.DONOR) == (office == Office.DONOR_OFFICER))
                .orElse(false));
  }

  private Optional<BodySummary> body(String code) {
    return directory.findBody(code).filter(body -> NEIGHBOURS.contains(body.kind()));
  }

  /** The region that it is or lies in; empty for the platform and what lies in none. */
  Optional<String> regionOf(Scope scope) {
    return switch (scope.kind()) {
      case PLATFORM -> Optional.empty();
      case BODY -> body(scope.code()).map(BodySummary::regionCode);
      case REGION -> Optional.of(scope.code());
      case MEMBER -> directory.findMember(scope.code()).map(MemberSummary::regionCode);
      case CENTRE -> directory.findCentre(scope.code()).map(CentreSummary::regionCode);
    };
  }

  /** The zone in which its days begin; a region's are those of its regional office. */
  ZoneId zoneOf(Scope scope) {
    return switch (scope.kind()) {
      case PLATFORM -> ZoneOffset.UTC;
      case BODY ->
          body(scope.code()).map(BodySummary::zone).<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
      case REGION ->
          directory.bodies().stream()
              .filter(body -> body.kind() == BodyKind.ROCB)
              .filter(body -> body.regionCode().equals(scope.code()))
              .findFirst()
              .<ZoneId>map(office -> ZoneId.of(office.zone()))
              .orElse(ZoneOffset.UTC);
      case MEMBER ->
          directory
              .findMember(scope.code())
              .<ZoneId>map(member -> ZoneId.of(member.zone()))
              .orElse(ZoneOffset.UTC);
      case CENTRE ->
          directory
              .findCentre(scope.code())
              .<ZoneId>map(centre -> ZoneId.of(centre.zone()))
              .orElse(ZoneOffset.UTC);
    };
  }
}
