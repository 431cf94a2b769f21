// Sentences of our own writing, labelled by hand before the lexicon was tried on them: how binding the operative verb
// is, which words hedge it, and (`m`) whether it is a measurable commitment: who does what by when.
// A line is `strength | hedges, divided by semicolons | m | sentence`.

const LINES = `
undertaking | | | States undertake to mark every small arm at the time of manufacture.
undertaking | | | States shall keep records of all marked weapons.
undertaking | | m | Each State shall submit its national report by 30 June 2028.
undertaking | | | Decides to establish an open-ended working group on ammunition.
undertaking | | m | Decides that the group will present its findings by the end of 2027.
undertaking | | | States agreed to strengthen controls over brokering.
undertaking | as appropriate | | States agreed to strengthen, as appropriate, controls over brokering.
undertaking | on a voluntary basis | | States undertook to exchange, on a voluntary basis, information on diversion routes.
undertaking | | | We commit ourselves to eradicating the illicit trade in small arms.
undertaking | | | States resolved to destroy surplus stockpiles.
undertaking | where feasible | | States resolved to destroy surplus stockpiles where feasible.
undertaking | | m | States will destroy all confiscated weapons within twelve months of their seizure.
undertaking | | | Importing States must authenticate end-user certificates.
undertaking | | | The meeting decided to keep the item on its agenda.
undertaking | | m | States shall review their legislation every two years.
undertaking | in accordance with national law | | States shall, in accordance with national law, criminalize the removal of markings.
undertaking | | | Resolves to remain seized of the matter.
undertaking | | | States pledged to support victims of armed violence.
undertaking | adequate | | States shall ensure adequate security of their stockpiles.
undertaking | | | Exporting States shall not authorize transfers to unlicensed brokers.
undertaking | | m | States committed to designating a national point of contact before the next biennial meeting.
undertaking | | | States are committed to full implementation of the Programme of Action.
undertaking | | | It was agreed that marking shall be durable.
undertaking | to the extent possible | | States undertake, to the extent possible, to recover weapons after conflict.
undertaking | | m | States undertake to answer tracing requests within thirty days.
undertaking | | | The General Assembly decides to convene a conference in New York.
undertaking | | m | The General Assembly decides to convene a conference in New York no later than March 2029.
undertaking | | | States will cooperate in tracing diverted weapons.
undertaking | within existing resources | | The Secretariat shall, within existing resources, maintain the database.
undertaking | | m | The Secretariat shall publish the list of contact points annually.
undertaking | | | States agree to the following measures on stockpile management.
undertaking | | | States affirmed their resolve and agreed to act on diversion.
undertaking | where appropriate; on a voluntary basis | | States agreed, where appropriate and on a voluntary basis, to share destruction data.
undertaking | | | States reiterated their concern and undertook to curb diversion.
undertaking | | | Recalling its earlier decisions, the meeting decided to adopt the annex.
undertaking | | | States, recalling the International Tracing Instrument, agreed to improve cooperation.
undertaking | | | States are required to keep manufacturing records.
undertaking | | m | Manufacturers' records shall be kept by States for at least thirty years, and brokering records for at least twenty years.
undertaking | | | Adopts the programme of work annexed to the present outcome.
undertaking | | | Establishes a trust fund for assistance to affected States.
undertaking | subject to the availability of resources | | States agreed to fund training, subject to the availability of resources.
undertaking | in a position to do so | | States in a position to do so undertook to provide technical assistance.
undertaking | | m | States in the region shall harmonize their legislation by 2030.
undertaking | relevant | | States shall share relevant information on illicit brokers.
undertaking | | | Every State shall hold transferred weapons to the standards of its own law.
undertaking | | | States reaffirmed their commitment and decided to meet again.
undertaking | | m | The Chair shall circulate a revised draft within 48 hours.
undertaking | | | States agreed on the need for durable marking and shall apply it to imports.
undertaking | as necessary | | States will amend their regulations as necessary.
undertaking | | | No State shall transfer weapons to non-State actors.
urging | | | Urges all States to ratify the Firearms Protocol.
urging | | | Calls upon States to prevent diversion.
urging | in a position to do so | | Calls upon States in a position to do so to render assistance.
urging | | | States were urged to mark imported weapons.
urging | | | Requests the Secretary-General to compile national practices.
urging | | m | Requests the Secretary-General to report on implementation to the General Assembly at its eighty-third session.
urging | | m | Requests the Secretary-General to submit a report by September 2027.
urging | | | Strongly encourages States to destroy surplus weapons.
urging | | | States called for stronger controls at borders.
urging | | | Appeals to all parties to collect weapons from combatants.
urging | | m | Urges States to submit their reports no later than 31 March each year.
urging | where possible | | Urges States to use, where possible, electronic record-keeping.
urging | as appropriate | | Calls on States to include, as appropriate, women in decision-making.
urging | | | The meeting requested its Chair to hold informal consultations.
urging | | | Demands an end to all transfers in violation of embargoes.
urging | | | States insisted that assistance be predictable.
urging | | | Also calls upon donors to renew their contributions.
urging | | | Further urges States to cooperate in tracing.
urging | | | All States are called upon to enforce arms embargoes.
urging | | m | Calls upon all States to designate a contact point by the end of 2026.
urging | | | States are strongly encouraged to report on diversion.
urging | upon request | | Calls upon the Office for Disarmament Affairs to assist States upon request.
urging | | | Calls for the full and equal participation of women.
urging | in accordance with national legislation | | Urges States to regulate brokers in accordance with national legislation.
urging | | m | Requests States to notify the Secretariat of any change within sixty days.
urging | | | Urges once again all States to fulfil their reporting obligations.
urging | | | The Secretariat was requested to maintain the roster.
urging | | | Reaffirming the central role of the State, calls upon all States to act.
urging | voluntary | | Urges States to make voluntary contributions to the trust fund.
urging | | | Calls upon arms manufacturers to apply modern marking.
urging | adequate | | Urges States to allocate adequate funds to stockpile security.
urging | | | Exhorts States to settle disputes by peaceful means.
urging | | | Requests further that the item be placed on the agenda.
urging | as far as possible | | Urges States to standardize their certificates as far as possible.
urging | | | States stressed that diversion must be addressed and called for joint action.
urging | | | Condemns illicit transfers and urges States to stop them.
urging | if necessary | | Calls upon States to adapt, if necessary, their legislation.
urging | | m | Urges manufacturing States to apply the standard to all weapons produced after 1 January 2030.
urging | where relevant | | Calls upon States to involve, where relevant, regional organizations.
urging | | | Requests the facilitator to report orally to the plenary.
inviting | | | Encourages States to share good practices.
inviting | | | Invites the private sector to cooperate.
inviting | as appropriate | | Invites States to review, as appropriate, their national action plans.
inviting | | | States should mark weapons at the time of import.
inviting | | | States were encouraged to engage civil society.
inviting | | | Recommends the use of international guidelines.
inviting | | | It is recommended that reports be submitted electronically.
inviting | voluntary | | Encourages States to submit voluntary national reports.
inviting | | | States recommended closer links with customs authorities.
inviting | in a position to do so | | Invites States in a position to do so to sponsor delegates.
inviting | | | Regional organizations are invited to contribute.
inviting | where applicable | | Encourages the application, where applicable, of modular standards.
inviting | | | States should cooperate with INTERPOL.
inviting | | | Members should strengthen export controls.
inviting | | | States encouraged the use of plain language in reports.
inviting | on a voluntary basis | | States are encouraged to report on a voluntary basis on seizures.
inviting | | | Suggests that future meetings allot more time to assistance.
inviting | | | Proposes that the Chair hold regional consultations.
inviting | | | States should not re-export weapons without notice.
inviting | taking into account national circumstances | | Encourages States to adopt targets, taking into account national circumstances.
inviting | | | Also encourages States to use the tracing guidelines.
inviting | | | Invites once more all donors to coordinate.
inviting | as necessary | | States should, as necessary, update their registers.
inviting | | | Encourages the Secretariat to simplify the reporting template.
inviting | if possible | | Invites delegations to circulate proposals in advance, if possible.
inviting | | | Research institutes are encouraged to publish data on diversion.
inviting | upon request | | States should provide training upon request.
inviting | | | Advises States to test their stockpile plans.
inviting | on mutually agreed terms | | Encourages the transfer of technology on mutually agreed terms.
inviting | | | Noting the role of women, encourages their full participation.
inviting | where appropriate | | States should, where appropriate, establish coordination agencies.
inviting | | | Delegations are invited to consult the annex.
inviting | within available resources | | The Secretariat should, within available resources, translate the template.
inviting | | | States should endeavour to keep records indefinitely.
inviting | | | Encourages States to consider joining the instrument.
inviting | | | Welcomes the report and invites States to build on it.
inviting | | | Recommends that States designate focal points.
inviting | adequately | | States should adequately fund their national commissions.
inviting | | | Commends the Chair and encourages delegations to cooperate.
inviting | in line with national priorities | | Invites States to set targets in line with national priorities.
considering | | | States may mark weapons with additional information.
considering | | | States will consider the establishment of a fellowship programme.
considering | | | Agrees to consider the matter at a later meeting.
considering | | | States decided to consider options for financing.
considering | as appropriate | | States agreed to consider, as appropriate, new technologies.
considering | | | States undertook to explore ways of improving assistance.
considering | | | States shall endeavour to trace weapons found in conflict zones.
considering | | | States considered the implications of polymer frames.
considering | | | States discussed the marking of modular weapons.
considering | | | The meeting examined recent developments in manufacturing.
considering | | | States will seek to enhance cooperation.
considering | | | States will strive to improve record-keeping.
considering | | | States exchanged views on ammunition.
considering | where feasible | | States may, where feasible, assist in tracing.
considering | | | States agreed to continue discussions on synergies.
considering | | | The working group may meet between sessions.
considering | | | States aim to reduce diversion.
considering | | | States will explore the use of digital tools.
considering | | | The Chair may invite experts to the meeting.
considering | | | States agreed to explore a regional mechanism.
considering | on a voluntary basis | | States may report on a voluntary basis.
considering | | | Decides to examine the proposal at its next session.
considering | | | States reflected on lessons learned.
considering | | | Agreed to study the feasibility of a technical group.
considering | | | States shall seek to identify diversion points.
considering | | | Undertakes to keep the question under review.
considering | as necessary | | The bureau may convene additional meetings as necessary.
considering | | | States debated the scope of the instrument.
considering | | | States decided to explore joint training.
considering | | | Manufacturers may apply further markings.
noting | | | Notes the report of the Secretary-General.
noting | | | Takes note of the Chair's summary.
noting | | | Takes note with appreciation of the work of the facilitators.
noting | | | Recalling its resolution on assistance,
noting | | | Noting with concern the effects of diversion,
noting | | | Recognizing that States bear the primary responsibility,
noting | | | States reaffirmed the Programme of Action.
noting | | | States recognized the importance of assistance.
noting | | | Welcomes the establishment of a regional centre.
noting | | | States underlined the role of regional organizations.
noting | | | Acknowledges the contribution of civil society.
noting | | | States expressed concern over improvised weapons.
noting | | | States stressed the need for sustained funding.
noting | | | Emphasizing the importance of marking,
noting | | | Bearing in mind the different situations of States,
noting | | | Deeply concerned by the human cost of armed violence,
noting | | | States emphasized that assistance remains essential.
noting | | | States highlighted progress in destruction.
noting | | | Expresses its appreciation to the Government of the host country.
noting | | | States noted the value of national coordination agencies.
noting | | | Mindful of its earlier decisions,
noting | | | States reiterated the right of individual and collective self-defence.
noting | | | States acknowledged that challenges persist.
noting | | | Commends the efforts of affected States.
noting | | | States recalled the outcome of the third review conference.
noting | adequate | | States recognized the need for adequate assistance.
noting | | | Reaffirming the sovereign equality of States,
noting | | | Convinced of the need for cooperation,
noting | | | States observed that few requests had been answered.
noting | | | States remained concerned about trafficking at sea.
noting | | | Stressing the voluntary nature of assistance,
noting | | | States underscored the value of data.
noting | | | States expressed support for the fellowship programme.
noting | | | Thanks the Chair for the conduct of the meeting.
noting | | | Reiterates that markings are to be legible.
noting | | | Guided by the purposes of the Charter,
noting | | | States affirmed the relevance of the Tracing Instrument.
noting | | | Appreciates the sponsorship of delegates.
noting | | | Taking note of regional initiatives,
noting | | | States shared the view that trafficking fuels crime.
`;

// The same, written to be hard: long, with nouns that look like verbs, several clauses, unusual subjects, and sentences
// that state nothing (`none`). The lexicon was not changed for them.
const HARD_LINES = `
undertaking | | | Parties to a conflict shall at all times distinguish between civilians and combatants.
undertaking | | m | By 2030, States will have destroyed all surplus weapons identified in their national inventories.
undertaking | | | In order to prevent diversion, exporting States shall verify end-user documentation.
undertaking | as appropriate | | With a view to building confidence, States agreed to exchange data, as appropriate, with neighbouring States.
undertaking | | | The measures referred to in paragraph 4 shall apply to ammunition as well.
undertaking | | | States have agreed that transit shall not be permitted without authorization.
undertaking | | | It has been decided to hold the next meeting in Geneva.
undertaking | | | There shall be a standing committee on implementation.
undertaking | | m | Reports shall be submitted to the Secretariat within ninety days of each calendar year.
undertaking | | | States bear the responsibility to secure their stockpiles and commit to doing so.
undertaking | | | None of the provisions of this outcome shall affect the right of self-defence.
undertaking | | | States are obliged to account for all weapons in their possession.
undertaking | | | States guarantee the safe storage of seized weapons.
undertaking | relevant | | States have resolved to involve all relevant stakeholders.
undertaking | | m | Starting in 2027, the Secretariat shall present statistics every year.
urging | | | In this regard, calls upon States that have not yet done so to accede to the Protocol.
urging | | | States made an urgent appeal for the return of looted weapons.
urging | | | The Secretary-General is requested to seek the views of States.
urging | | | Stresses the importance of marking and, in that context, urges all producers to cooperate.
urging | | m | Invites and, where reports are overdue, urges States to submit them by 1 May 2027.
urging | | | The attention of States is drawn to the guidelines, and they are called upon to use them.
urging | | | Delegations asked the Secretariat to prepare a compilation.
urging | | | Once more, requests that the roster be kept up to date.
urging | in a position to do so | | Those in a position to do so are urged to contribute.
urging | | | States voiced their alarm and demanded an immediate halt to such transfers.
inviting | | | It would be desirable for States to align their forms.
inviting | | | States are advised to keep copies of all certificates.
inviting | where appropriate | | Cooperation with the private sector should, where appropriate, be promoted.
inviting | | | Consideration should be given to the needs of small administrations.
inviting | | | States welcomed the guide and commended it to practitioners, who should apply it.
inviting | | | Donors are encouraged, as they were at the last meeting, to coordinate their programmes.
inviting | | | The use of common terms is recommended.
inviting | | | To this end, States should undertake joint exercises.
inviting | voluntary | | Voluntary peer reviews are to be encouraged.
inviting | | | States looked forward to further work and invited proposals.
considering | | | The possibility of a technical annex may be discussed at a later stage.
considering | | | States might wish to consult the modular guidelines.
considering | | | States could make use of regional hubs.
considering | as appropriate | | The matter will be considered, as appropriate, by the next meeting.
considering | | | States committed to exploring the feasibility of an expert group.
considering | | | Efforts will be made to improve reporting.
considering | | | States expressed readiness to discuss the proposal.
considering | | | The item shall be kept under consideration.
considering | | | States can request assistance through the portal.
considering | | | States agreed that they would look into additional measures.
noting | | | There was broad recognition that more needs to be done.
noting | | | States took stock of progress in the field of marking.
noting | | | Cognizant of the role of customs services,
noting | | | Having examined the report of the working group,
noting | | | The requests of affected States for assistance had increased, as several delegations noted.
noting | | | The call for a treaty on ammunition was noted.
noting | | | States paid tribute to those who lost their lives in clearance operations.
noting | | | States shared experiences in the destruction of surplus weapons.
noting | | | Alarmed by the ready availability of illicit weapons,
noting | | | The value of timely reporting was emphasized.
none | | | National measures
none | | | Marking, record-keeping and tracing
none | | | Annex I
none | | | The definitions in this outcome follow those of the Tracing Instrument.
none | | | The present section deals with international cooperation.
`;

export interface LabelledSentence {
  readonly strength: string;
  readonly hedges: readonly string[];
  readonly measurable: boolean;
  readonly text: string;
}

export const LABELLED = read(LINES);
export const HARD = read(HARD_LINES);

function read(lines: string): readonly LabelledSentence[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [strength = '', hedges = '', measurable = '', ...text] = line.split('|').map((part) => part.trim());
      return {
        strength,
        hedges: hedges
          .split(';')
          .map((hedge) => hedge.trim())
          .filter(Boolean),
        measurable: measurable === 'm',
        text: text.join('|'),
      };
    });
}
