"""The conditions of startlån today: forskrift om lån fra Husbanken, and Husbanken's guide (veileder) to it."""
