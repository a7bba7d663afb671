package org.keycloak.models.jpa.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A stand-in of Keycloak 26.8's table of links. */
@Entity
@Table(name = "ORG_IDENTITY_PROVIDER")
@IdClass(OrganizationIdentityProviderEntity.Key.class)
public class OrganizationIdentityProviderEntity {

    @Id
    @ManyToOne
    @JoinColumn(name = "ORGANIZATION_ID")
    private OrganizationEntity organization;

    @Id
    @Column(name = "IDENTITY_PROVIDER_ID")
    private String identityProviderId;

    @Column(name = "AUTO_MEMBERSHIP")
    private boolean autoMembership;

    @Column(name = "MEMBERSHIP_TYPE")
    private String membershipType;

    /** What makes a link one. */
    public static class Key implements Serializable {

        private OrganizationEntity organization;
        private String identityProviderId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && Objects.equals(organization, key.organization)
                    && Objects.equals(identityProviderId, key.identityProviderId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(organization, identityProviderId);
        }
    }
}
