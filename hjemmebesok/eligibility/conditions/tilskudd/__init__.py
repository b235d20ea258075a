"""The conditions of a municipality's tilskudd til etablering, a municipal scheme since 2020."""
