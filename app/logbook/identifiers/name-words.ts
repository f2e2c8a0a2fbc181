function wordSet(lines: string): ReadonlySet<string> {
  return new Set(lines.split(/\s+/).filter((word) => word !== ""));
}

/**
 * Given names that are no ordinary word besides, so that they are asked about wherever they stand and
 * however they are written. Names that are words too (Joy, Grace, Will, Rose) are left to the capital letter.
 */
export const GIVEN_NAMES = wordSet(`
  aaron abbie abdul abigail adam adele agnes ahmed aidan ailie ailsa aimee ainsley aisha alan alasdair alastair albert alec
  alejandro aleksander alex alexander alexandra alfie alice alicia alison alistair amelia amina amy ana andrea andrew aneta angela
  angus anna anne annie anthony antonia anya archie aria arlo ash ashley aurora ava ayaan ayesha barbara barry beatrice becky
  ben benjamin beth bethany blair bobby brandon brenda brian bridget brody brodie brogan bruce bryan caitlin caleb callum calum
  cameron camilla cara carla carol caroline carolyn carrie catherine catriona charles charlie charlotte chloe chris christina
  christine christopher ciara claire clara colin colleen connor conor craig daniel daniela danielle darren dave david dean deborah
  debbie denise dennis derek diana diane dmitri donald donna dorothy dougal douglas duncan dylan eddie edith edward eilidh
  elaine eleanor elena elijah elizabeth ella ellen ellie elliot elsie emily emma eoin eric erin esme esther ethan euan eva
  evan evelyn evie ewan ewen fatima felicity fergus finlay finn fiona florence fraser freya gabriel gareth gary gavin gemma
  geoff george georgia gerard gillian gordon graeme graham greg gregor hailey hamish hamza hannah harpreet harriet harris harry
  harvey hassan hayley hazel heidi helen henry holly hugh hussain iain ian ibrahim imogen ines ingrid iona irene iris isaac
  isabel isabella isabelle isla ivan jackie jackson jacob jacqueline jade jaime james jamie jan jane janet janice jason jasmine
  javier jayden jean jenna jennifer jenny jessica jessie jill jim jimmy joan joanna joanne joe joel johan john johnny jonathan
  jordan joseph joshua juan judith julia julian julie juliet kai karen kate katherine kathleen kathryn katie katy kayla keira
  keith kelly kenneth kenny kerr kerry kevin khadija kieran kirsten kirstin kirsty krzysztof kyle lachlan laura lauren leah leanne
  lena leo leon lesley leslie lewis liam lilian linda lindsay lisa liz logan lorna lorraine louis louise luca lucas lucy luis
  luke lydia lyndsey lynn lynne mackenzie maddie madison magda magdalena maggie mairi maisie malcolm marek margaret maria mariam
  marie marion marta martin martha mary maryam matteo matthew mateusz maureen maya megan mehmet mhairi michael michal michelle mila
  millie mohamed mohammed moira molly morag morven muhammad muriel murdo murray nadia nancy naomi natalia natalie natasha nathan
  neil niamh nicholas nicola nicole nikolai nina noah nora norma oliver olivia omar oscar owen pamela patricia patrick paul paula
  pauline peter philip phoebe piotr priya rachael rachel rebecca rhona rhys riley robbie robert roderick roisin ronan ronnie rory
  rosie roslyn ross rowan roy ryan sadie saoirse sally sam samantha samuel sandra sara sarah scarlett sean sebastian sergei shannon
  sharon shaun sheena sheila shona siobhan sofia sophia sophie stephanie stephen steven stewart struan stuart susan suzanne
  tamsin tara teresa thea theo theresa thomas tiffany tilly tim timothy tina toby tom tomasz tommy tony tracey tracy tyler una
  valerie vanessa veronica vicky victoria vikram vincent wanda wendy wiktor william willow wojciech yasmin yusuf yvonne zac
  zachary zainab zara zoe zofia zuzanna agnieszka katarzyna malgorzata oksana olena svetlana tatiana bogdan mihai ioana
  aarav arjun gurpreet jaspreet manpreet kwame ngozi chidi amara tunde wei mei xin hiroshi yuki
`);

/** Words that stand with a capital letter inside a sentence and name nobody. All in small letters. */
export const CAPITALISED_WORDS = wordSet(`
  i i'm i'd i'll i've ok okay hi god
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  spring summer autumn winter christmas xmas easter eid diwali ramadan hogmanay halloween passover hanukkah
  english scottish scots gaelic british irish welsh polish ukrainian russian romanian lithuanian latvian french german spanish italian
  portuguese greek czech finnish maltese hungarian bulgarian turkish arabic urdu punjabi hindi bengali mandarin cantonese chinese syrian
  somali farsi kurdish african asian european american muslim christian catholic jewish sikh hindu doric makaton
  scotland england wales ireland britain europe edinburgh glasgow aberdeen aberdeenshire dundee inverness perth stirling highland highlands
  fife tayside lothian lanarkshire grampian orkney shetland ayrshire arran borders dumfries galloway forth valley western isles clyde
  moray angus argyll bute london united kingdom
  zoom teams attune whatsapp facetime skype youtube google apple android iphone ipad microsoft excel word outlook internet wifi
  video interaction guidance attuned principle principles stage stages cycle cycles client clients shared review reviews film films
  clip clips goal goals step steps midpoint mid-point initial course training supervision supervisor supervisors supervisee trainee
  trainees practitioner peer intervision accreditation session sessions note notes theme follow-up reflection group
  mum mums mam mummy mother dad dads daddy father parent parents gran granny grandma grandpa grandad nan nana papa auntie aunt uncle
  baby toddler child children boy girl brother sister twin family carer carers foster guardian
  nursery school primary secondary academy playgroup health visitor social worker work midwife teacher nurse doctor gp
  psychologist psychology therapist therapy keyworker key clinic hospital centre center council board service services team department
  university college curriculum panel hearing plan getting right for every named person solihull triple incredible years
  yes no not and but the a an he she they we you it his her their our my this that these those then when where what who why how
  first second third next last after before still also very more most less well good great lovely new again both all some one two three
  filmed filming watched looked talked discussed agreed planned met saw tried noticed waited named waiting naming
  phd msc ba bsc md
`);

/** Words after which any capital letter is somebody's name. */
export const NAMING_WORDS = wordSet("wee little called named baby auntie aunty aunt uncle granny gran grandma grandpa grandad nana papa miss");

/** What follows "Ms" and "Mrs" without being a name. */
export const NOT_AFTER_TITLE = wordSet("teams word office excel outlook and or who was is said then");
