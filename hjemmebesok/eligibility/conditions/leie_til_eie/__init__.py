"""The conditions of leie til eie, as Drammen kommune published its practice. No statute stands behind them."""
