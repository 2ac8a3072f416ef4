"""What functools has built in: to import it whole takes 2 to 3 % of a cold check."""

from foilint.values import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cache, lru_cache, partial, reduce
else:
    from _functools import _lru_cache_wrapper, partial, reduce

    def lru_cache(maxsize):
        """Remember the last answers of a function, so many of them, or all where it is None."""

        def remembering(ask):
            answer = _lru_cache_wrapper(ask, maxsize, False, _told)
            answer.__wrapped__ = ask
            for name in ("__module__", "__name__", "__qualname__", "__doc__"):
                setattr(answer, name, getattr(ask, name))
            return answer

        return remembering

    cache = lru_cache(None)

    def _told(hits, misses, most, now):
        """What `cache_info` says."""
        return hits, misses, most, now


__all__ = ["cache", "lru_cache", "partial", "reduce"]
