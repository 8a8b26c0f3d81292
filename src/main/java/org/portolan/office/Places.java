package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** Where the bodies lie for which offices are held. */
@ApplicationScoped
class Places {
  private static final String REGIONAL_OFFICE = "ROCB";

  @Inject private Directory directory;

  boolean exists(Scope scope) {
    return switch (scope.kind()) {
      case PLATFORM -> scope.equals(Scope.PLATFORM);
      case REGION -> directory.findRegion(scope.code()).isPresent();
      case MEMBER -> directory.findMember(scope.code()).isPresent();
      case CENTRE -> directory.findCentre(scope.code()).isPresent();
      case BODY -> false;
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
      case BODY -> List.of();
    };
  }

  /** The region that it is or lies in; empty for the platform and what lies in none. */
  Optional<String> regionOf(Scope scope) {
    return switch (scope.kind()) {
      case PLATFORM, BODY -> Optional.empty();
      case REGION -> Optional.of(scope.code());
      case MEMBER -> directory.findMember(scope.code()).map(MemberSummary::regionCode);
      case CENTRE -> directory.findCentre(scope.code()).map(CentreSummary::regionCode);
    };
  }

  /** The zone in which its days begin; a region's are those of its regional office. */
  ZoneId zoneOf(Scope scope) {
    return switch (scope.kind()) {
      case PLATFORM, BODY -> ZoneOffset.UTC;
      case REGION ->
          directory.centres().stream()
              .filter(
                  centre ->
                      centre.kind().equals(REGIONAL_OFFICE)
                          && centre.regionCode().equals(scope.code()))
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
