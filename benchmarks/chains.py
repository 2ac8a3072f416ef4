"""Chains of sentences of which strangers labelled some, and the weights that make their labels most probable.

A conditional random field: each sentence has signs that it is in one state or another, the way from each to the next
makes some changes of state likelier than others, and all the states of a letter are told together.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

NEVER = -1e4


class Chain(NamedTuple):
    """The sentences of a letter, in its order."""

    signs: np.ndarray  # sentence, state, sign: how much of each sign speaks for a state
    steps: np.ndarray  # sentence but the last: which of `turns` leads to the next
    turns: np.ndarray  # step, turn, state, state: which changes each turn makes likelier
    allowed: np.ndarray  # sentence, state: what its label may mean; all, if it has none


def weights(chains: Sequence[Chain], cautiously: float) -> tuple[np.ndarray, np.ndarray]:
    """The weight of each sign, and of each turn of each step, in natural logarithms of odds.

    `cautiously` is what the square of a weight costs.
    """
    signs, (steps, turns, *_) = chains[0].signs.shape[-1], chains[0].turns.shape
    start = np.zeros(signs + steps * turns)
    found = minimize(_surprise, start, (chains, cautiously), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    return found[:signs], found[signs:].reshape(steps, turns)


def _surprise(figures: np.ndarray, chains: Sequence[Chain], cautiously: float) -> tuple[float, np.ndarray]:
    """How improbable the labels are with some weights, and how that changes with each of them."""
    total, change = cautiously * (figures**2).sum(), 2 * cautiously * figures
    for chain in chains:
        signs = chain.signs.shape[-1]
        odds = chain.signs @ figures[:signs]
        turns = np.einsum("st,stab->sab", figures[signs:].reshape(chain.turns.shape[:2]), chain.turns)
        free, expected = _expected(chain, odds, turns)
        told, as_told = _expected(chain, np.where(chain.allowed, odds, NEVER), turns)
        total += free - told
        change = change + expected - as_told
    return total, change


def _expected(chain: Chain, odds: np.ndarray, turns: np.ndarray) -> tuple[float, np.ndarray]:
    """The logarithm of all that is possible, and how much of each sign and turn is to be expected in it."""
    ahead, back, whole = _both_ways(chain, odds, turns)
    signs = (np.exp(ahead + back - whole)[:, :, None] * chain.signs).sum((0, 1))
    pairs = np.zeros(turns.shape)
    for at, step in enumerate(chain.steps):
        pairs[step] += np.exp(ahead[at][:, None] + turns[step] + odds[at + 1] + back[at + 1] - whole)
    return whole, np.concatenate([signs, np.einsum("sab,stab->st", pairs, chain.turns).ravel()])


def _both_ways(chain: Chain, odds: np.ndarray, turns: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """What is possible up to each sentence, after it, and in all, in logarithms."""
    ahead, back = odds.copy(), np.zeros_like(odds)
    for at, step in enumerate(chain.steps):
        ahead[at + 1] += _all_of(ahead[at][:, None] + turns[step], 0)
    for at, step in reversed(list(enumerate(chain.steps))):
        back[at] = _all_of(turns[step] + odds[at + 1] + back[at + 1], 1)
    return ahead, back, float(_all_of(ahead[-1], 0))


def _all_of(odds: np.ndarray, axis: int) -> np.ndarray:
    most = odds.max(axis, keepdims=True)
    summed: np.ndarray = np.squeeze(most, axis) + np.log(np.exp(odds - most).sum(axis))
    return summed
