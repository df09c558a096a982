import { availableMinorOf, lateReturnFee, returnDueOn, shortfallMinor, type Fund } from '@app/funds';
import { money, type Day } from '@app/kernel';

/** A fund as it is shown, with the figures that follow from its row and the day. */
export function shownFund(fund: Fund, today: Day) {
  const { agreementEndsOn: endsOn } = fund;
  const terms = endsOn ? { ...fund, endsOn } : null;
  return {
    ...fund,
    availableMinor: availableMinorOf(fund),
    shortfallMinor: shortfallMinor(fund),
    returnDueOn: terms && returnDueOn(terms),
    lateReturnFeeMinor: terms ? lateReturnFee(terms, money(fund.postedMinor, fund.currency), today).minor : 0n,
  };
}
export type ShownFund = ReturnType<typeof shownFund>;
